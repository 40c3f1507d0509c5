import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { attack, type ExportedPerson } from './join-attack.js';

const ids = Array.from({ length: 60 }, () => randomUUID());
const truth = ids.map((_, index) => (index * 7) % ids.length);

/** The same people in another order: the one at an index stands at `truth[index]`. */
function shuffled(people: readonly ExportedPerson[]): readonly ExportedPerson[] {
  const right: ExportedPerson[] = [];
  people.forEach((person, index) => (right[truth[index] ?? 0] = person));
  return right;
}

function best(left: readonly ExportedPerson[], right: readonly ExportedPerson[]): string {
  const [first] = attack(left, right, truth).toSorted((one, other) => other.right - one.right);
  return first?.right === ids.length ? first.how : `only ${first?.right}`;
}

const encode = (id: string) => Buffer.from(JSON.stringify([id])).toString('base64url');
const inOtherBase = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

test.each<[string, (id: string) => ExportedPerson, (id: string) => ExportedPerson, string]>([
  ['ids', (id) => ({ id }), (id) => ({ id }), 'equal id and id'],
  ['ids in cursors', (id) => ({ id }), (id) => ({ cursor: encode(id) }), 'fragments of id and cursor'],
  ['ids in errors', (id) => ({ id }), (id) => ({ error: `no ${id} here` }), 'fragments of id and error'],
  ['ids that are encoded', (id) => ({ id }), (id) => ({ id: `x.${inOtherBase(id)}` }), 'fragments of id and id'],
  [
    'ids of which a bit was changed',
    (id) => ({ id: `x.${inOtherBase(id)}` }),
    (id) => ({ id: `y.${inOtherBase(id.replace(/.$/, (last) => (last === '0' ? '1' : '0')))}` }),
    'fragments of id and id',
  ],
  [
    'ids that sort alike',
    (id) => ({ id }),
    (id) => ({ id: `${Number.parseInt(id.slice(0, 8), 16)}`.padStart(10, '0') }),
    'order of id and id',
  ],
])('the attacker joins exports by %s', (_what, left, right, how) => {
  expect(best(ids.map(left), shuffled(ids.map(right)))).toBe(how);
});

test('the attacker joins nothing by what has nothing in common', () => {
  const found = attack(
    ids.map((id) => ({ id, same: 'x' })),
    ids.map(() => ({ id: randomUUID(), same: 'x' })),
    truth,
  );
  for (const { how, right } of found) expect(right, how).toBeLessThan(12);
});
