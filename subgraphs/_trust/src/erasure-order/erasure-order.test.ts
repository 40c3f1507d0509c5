import { randomBytes, randomUUID } from 'node:crypto';
import { decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { signGrant } from '../grant/grant.js';
import {
  type MemberKey,
  decryptOrder,
  encryptOrder,
  signReceipt,
  signState,
  verifyReceipt,
  verifyState,
} from './erasure-order.js';

const university: MemberKey = { member: 'university', key: randomBytes(32) };
const union: MemberKey = { member: 'union', key: randomBytes(32) };
const order = { id: randomUUID(), number: 7, person: randomUUID(), requestedAt: '2026-11-28T10:00:00.000Z' };
const state = { applied: 7, watermark: 7 };
const outcome = { name: 'enrolment', erased: 1, overwritten: 0, kept: 2, reason: { az: 'Qanun' }, keptUntil: null };

test('an order opens for the member that it is for, and nobody reads the person in it', async () => {
  const token = await encryptOrder(order, university);
  expect(await decryptOrder(token, university)).toEqual(order);
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'dir', enc: 'A256GCM', typ: 'birlik-erasure-order+jwt' });
  const readable = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
  expect(readable.join()).not.toContain(order.person);
});

test.for<[string, () => Promise<string>]>([
  ['for another member', () => encryptOrder(order, union)],
  ['with another member’s name and the right key', () => encryptOrder(order, { ...university, member: 'union' })],
  ['of a forger', async () => `${(await encryptOrder(order, university)).slice(0, -8)}AAAAAAAA`],
  [
    'that is a grant',
    async () =>
      signGrant(
        { sub: order.person, viewer: 'a', basis: 'self', tenants: '*', log: order.id },
        { audience: 'university', key: university.key },
      ),
  ],
  ['without a number', () => encryptOrder({ ...order, number: 0 }, university)],
  ['that is no token', () => Promise.resolve('order')],
])('an order %s opens nothing', async ([, token]) => {
  expect(await decryptOrder(await token(), university)).toBeNull();
});

test('a receipt and a state hold for the member that signed them, each as what it is', async () => {
  const receipt = { order: order.id, tables: [outcome], state };
  expect(await verifyReceipt(await signReceipt(receipt, university), university)).toEqual(receipt);
  expect(await verifyState(await signState(state, university), university)).toEqual(state);
  expect(await verifyReceipt(await signReceipt(receipt, union), university)).toBeNull();
  expect(await verifyReceipt(await signReceipt(receipt, { ...university, member: 'union' }), university)).toBeNull();
  expect(await verifyState(await signReceipt(receipt, university), university)).toBeNull();
  expect(await verifyReceipt(await signState(state, university), university)).toBeNull();
});
