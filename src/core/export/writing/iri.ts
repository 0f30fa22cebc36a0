import type { ReportDocument } from '../report/report';
import { percent, webAddress } from '../../text/webAddress';

/**
 * The absolute IRI of an article: its http(s) address, else the name of its content, `ni:///sha-256;…` (RFC 6920, section 3).
 * Never a `file:` address, which would mean something else on every machine.
 */
export function articleIri(document: Pick<ReportDocument, 'article' | 'sha256'>): string {
  return webAddress(document.article.metadata.url?.value) ?? contentName(document.sha256);
}

/** `ni:///sha-256;` and the hash in base64url without padding (RFC 6920). */
export function contentName(sha256: string): string {
  return `ni:///sha-256;${base64url(hexBytes(sha256))}`;
}

/** An annotation's IRI: the content's name with path and id as parameters, so that it is the same in every export of this text. */
export function annotationIri(document: Pick<ReportDocument, 'path' | 'sha256'>, id: string, ...more: readonly string[]): string {
  const parameters = [`path=${escapeParameter(document.path)}`, `id=${escapeParameter(id)}`, ...more];
  return `${contentName(document.sha256)}?${parameters.join('&')}`;
}

export function escapeParameter(text: string): string {
  return text.replace(/[^A-Za-z0-9\-._~/]+/g, percent);
}

function hexBytes(hex: string): number[] {
  return (hex.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => parseInt(pair, 16));
}

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function base64url(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(i, i + 3);
    const bits = (a << 16) | (b << 8) | c;
    const digits = [18, 12, 6, 0].map((shift) => base64Digits.charAt((bits >> shift) & 63));
    text += digits.slice(0, Math.min(4, bytes.length - i + 1)).join('');
  }
  return text;
}
