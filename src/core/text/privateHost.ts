/**
 * Whether a host, as `URL` writes it, is this machine or stands in a network that is not the open one: loopback, private, link-local and
 * shared addresses (RFC 1918, 3927, 4193, 4291, 6598, 6761), also written as IPv6.
 */
export function isPrivateHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name.startsWith('[')) return isPrivateIpv6(name.slice(1, -1));
  if (/^\d+(?:\.\d+){3}$/.test(name)) return isPrivateIpv4(name.split('.').map(Number));
  // a name without a dot is looked up in the network one is in
  return !name.includes('.') || /\.(?:localhost|local|internal|lan|home\.arpa|intranet)$/.test(name);
}

function isPrivateIpv4([a = 0, b = 0]: readonly number[]): boolean {
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    a >= 224
  );
}

/** As `URL` writes them: lower case, the longest run of zeros left out. */
function isPrivateIpv6(address: string): boolean {
  if (address === '::' || address === '::1') return true;
  if (/^(?:f[cd]|fe[89a-f]|ff)/.test(address)) return true;
  const mapped = /^(?:::ffff:|64:ff9b::|::)([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address);
  if (!mapped) return false;
  const [high = 0, low = 0] = mapped.slice(1).map((part) => parseInt(part, 16));
  return isPrivateIpv4([high >> 8, high & 255, low >> 8, low & 255]);
}
