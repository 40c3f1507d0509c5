import { expect, test } from 'vitest';
import { reasonOf } from './failure-reason.js';

const failed = (code: string) => Object.assign(new Error('https://secret.example/?token=1'), { code });

test.each([
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'certificate'],
  ['ENOTFOUND', 'unknown_host'],
  ['UND_ERR_CONNECT_TIMEOUT', 'no_route'],
  ['E_SOMETHING_NEW', 'unreachable'],
])('a connection that fails by %s is told as %s', (code, reason) => {
  expect(reasonOf('unreachable', failed(code), 0, null)).toBe(reason);
});

test('what is no error of Node is told by the set as well', () => {
  expect(reasonOf('unreachable', 'text', 0, null)).toBe('unreachable');
  expect(reasonOf('malformed', undefined, 200, 'identity')).toBe('not_graphql');
  expect(reasonOf('malformed', undefined, 200, 'br')).toBe('encoding');
});
