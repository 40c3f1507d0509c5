import { newSigningKey } from '@birlik/test/testkit/grant-keys';
import { beforeEach, expect, test } from 'vitest';
import { publicHalf, signingKeys, type SigningJwk } from './signing-jwk.rule.js';
import { verifyStatement } from './statement.rule.js';
import { createStatementSigner, type StatementSigner } from './statement.service.js';

const typ = 'test+jwt';
const minuteMs = 60_000;
let signing: readonly SigningJwk[];
let signer: StatementSigner;

function fresh(): SigningJwk {
  const [key] = signingKeys.parse([newSigningKey()]);
  if (!key) throw new Error('One key is parsed.');
  return key;
}

/** The public half of a key that signed from an hour ago, as long as given. */
function verification(key: SigningJwk, retiredAt: Date | null = null) {
  return { publicKey: publicHalf(key), since: new Date(Date.now() - 60 * minuteMs), retiredAt };
}

beforeEach(() => {
  signing = [fresh(), fresh()];
  signer = createStatementSigner(signing);
});

test('a statement says what was signed, by the first key', async () => {
  const token = await signer.sign({ jti: 'one', purposes: [{ code: 'placement' }] }, { typ });
  const keys = signing.slice(0, 1).map((key) => verification(key));
  expect(await verifyStatement(token, { typ, keys })).toMatchObject({ jti: 'one', purposes: [{ code: 'placement' }] });
  expect(await verifyStatement(token, { typ, keys: signing.slice(1).map((key) => verification(key)) })).toBeNull();
});

test('a statement that was changed, or that is of another type, does not hold', async () => {
  const keys = signing.map((key) => verification(key));
  const token = await signer.sign({ jti: 'one' }, { typ });
  const [header = '', , signature = ''] = token.split('.');
  const payload = Buffer.from(JSON.stringify({ jti: 'two', iat: Math.floor(Date.now() / 1000) })).toString('base64url');
  expect(await verifyStatement([header, payload, signature].join('.'), { typ, keys })).toBeNull();
  expect(await verifyStatement(token, { typ: 'other+jwt', keys })).toBeNull();
  expect(await verifyStatement('no statement', { typ, keys })).toBeNull();
});

test('a name with another key behind it does not verify', async () => {
  const token = await signer.sign({}, { typ });
  const stranger = { ...fresh(), kid: signing[0]?.kid ?? '' };
  expect(await verifyStatement(token, { typ, keys: [verification(stranger)] })).toBeNull();
});

test('a retired key verifies what it signed before, and nothing that is dated later or before its time', async () => {
  const retired = signing.slice(0, 1).map((key) => verification(key, new Date(Date.now() - 30 * minuteMs)));
  const signedAt = (minutesAgo: number) =>
    signer.sign({}, { typ, issuedAt: new Date(Date.now() - minutesAgo * minuteMs) });
  expect(await verifyStatement(await signedAt(40), { typ, keys: retired })).not.toBeNull();
  expect(await verifyStatement(await signedAt(5), { typ, keys: retired })).toBeNull();
  expect(await verifyStatement(await signedAt(90), { typ, keys: retired })).toBeNull();
});

test('keys are refused that share a name, lack one, or whose halves do not belong together', () => {
  const [one, two] = [fresh(), fresh()];
  const message = (keys: readonly object[]) => signingKeys.safeParse(keys).error?.issues[0]?.message;
  expect(message([one, two])).toBeUndefined();
  expect(message([])).toBe('must have a key');
  expect(message([one, { ...two, kid: one.kid }])).toBe('must not have a kid twice');
  expect(message([{ ...one, x: two.x }])).toBe('must have keys whose x belongs to their d');
  expect(message([{ ...one, kid: '' }])).toBe('must have a kid');
});
