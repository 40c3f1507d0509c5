import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { SlotList } from './slot-list.js';
import { PlainObjectMap } from './plain-object-map.js';

const itemsOf = <Item>(list: SlotList<Item>): Set<Item> => {
  const items = new Set<Item>();
  list.forEach((item) => items.add(item));
  expect(items.size).toBe(list.size);
  return items;
};

test('a slot list holds what was added and not removed, whatever is removed', () => {
  for (const removed of [[0], [1], [2], [0, 1], [2, 1], [1, 1], [0, 1, 2]]) {
    const list = new SlotList<number>();
    const slots = [0, 1, 2].map((item) => list.add(item));
    for (const item of removed) list.remove(slots[item] as (typeof slots)[number]);
    list.add(3);
    expect(itemsOf(list)).toEqual(new Set([0, 1, 2, 3].filter((item) => !removed.includes(item))));
  }
});

test('items that are removed during a visit are not visited afterwards, and those that are added then are not yet', () => {
  const list = new SlotList<string>();
  const slots = ['a', 'b', 'c', 'd'].map((item) => list.add(item));
  const visited: string[] = [];
  list.forEach((item) => {
    visited.push(item);
    if (item !== 'b') return;
    for (const slot of slots.slice(0, 3)) list.remove(slot);
    list.add('e');
  });
  expect(visited).toEqual(['a', 'b', 'd']);
  expect(itemsOf(list)).toEqual(new Set(['d', 'e']));
});

test('a plain-object map takes any text for a key', () => {
  const map = new PlainObjectMap<number>();
  for (const key of ['', '__proto__', 'constructor', 'toString', '0', 'a\nb']) {
    expect(map.get(key)).toBeUndefined();
    map.set(key, 1);
    map.set(key, 2);
    expect(map.get(key)).toBe(2);
    map.delete(key);
    map.delete(key);
    expect(map.get(key)).toBeUndefined();
  }
});

describe('after a full collection under load', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const oldBytes = () =>
    getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? Number.NaN;

  /** How much has grown old when a hundred of many items were there at a time. */
  function grownOld<Held>(add: (item: object, key: string) => Held, remove: (slot: Held) => void): number {
    const slots: Held[] = [];
    const turnOver = (items: number): void => {
      for (let number = 0; number < items; number++) {
        slots.push(add({ values: Array.from({ length: 20 }, Math.random) }, `key ${number}`));
        if (slots.length > 100) remove(slots.shift() as Held);
      }
    };
    turnOver(1_000);
    collect();
    const before = oldBytes();
    turnOver(100_000);
    return oldBytes() - before;
  }

  test('a slot list keeps less than half of what a set does', () => {
    const set = new Set<object>();
    const list = new SlotList<object>();
    const add = (item: object) => {
      set.add(item);
      return item;
    };
    const bySet = grownOld(add, (item) => set.delete(item));
    const bySlotList = grownOld(
      (item) => list.add(item),
      (slot) => list.remove(slot),
    );
    expect(bySlotList).toBeLessThan(bySet / 2);
  });

  test('a plain-object map keeps less than half of what a map does', () => {
    const map = new Map<string, object>();
    const plain = new PlainObjectMap<object>();
    const addTo = (to: { set: (key: string, item: object) => unknown }) => (item: object, key: string) => {
      to.set(key, item);
      return key;
    };
    const byMap = grownOld(addTo(map), (key) => map.delete(key));
    const byPlainObject = grownOld(addTo(plain), (key) => plain.delete(key));
    expect(byPlainObject).toBeLessThan(byMap / 2);
  });
});
