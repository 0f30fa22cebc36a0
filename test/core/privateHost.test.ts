import assert from 'node:assert/strict';
import { isPrivateHost } from '../../src/core/index';

describe('a host that a page leads to', () => {
  const hostOf = (url: string) => new URL(url).hostname;
  for (const url of [
    'http://localhost:3000/',
    'http://LOCALHOST./',
    'http://app.localhost/',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[fe80::1]/',
    'http://[fd12::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://router/',
    'http://printer.local/',
  ])
    it(`is known to be no place of the open network: ${url}`, () => assert.equal(isPrivateHost(hostOf(url)), true));

  for (const url of ['https://lowen.example/a', 'http://172.32.0.1/', 'http://8.8.8.8/', 'http://100.128.0.1/', 'http://[2001:db8::1]/'])
    it(`is a place of the open network: ${url}`, () => assert.equal(isPrivateHost(hostOf(url)), false));
});
