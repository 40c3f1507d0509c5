import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { Roster } from './roster.js';
import { ShortLivedMap } from './short-lived-map.js';

const membersOf = <Member>(roster: Roster<Member>): Set<Member> => {
  const members = new Set<Member>();
  roster.forEach((member) => members.add(member));
  expect(members.size).toBe(roster.size);
  return members;
};

test('a roster holds those who came and have not left, whoever leaves', () => {
  for (const leaving of [[0], [1], [2], [0, 1], [2, 1], [1, 1], [0, 1, 2]]) {
    const roster = new Roster<number>();
    const places = [0, 1, 2].map((member) => roster.add(member));
    for (const member of leaving) roster.remove(places[member] as (typeof places)[number]);
    roster.add(3);
    expect(membersOf(roster)).toEqual(new Set([0, 1, 2, 3].filter((member) => !leaving.includes(member))));
  }
});

test('members who leave during a visit are not visited afterwards, and those who come then are not yet', () => {
  const roster = new Roster<string>();
  const places = ['a', 'b', 'c', 'd'].map((member) => roster.add(member));
  const visited: string[] = [];
  roster.forEach((member) => {
    visited.push(member);
    if (member !== 'b') return;
    for (const place of places.slice(0, 3)) roster.remove(place);
    roster.add('e');
  });
  expect(visited).toEqual(['a', 'b', 'd']);
  expect(membersOf(roster)).toEqual(new Set(['d', 'e']));
});

test('a short-lived map takes any text for a key', () => {
  const map = new ShortLivedMap<number>();
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

  /** How much has grown old when a hundred of many members were there at a time. */
  function grownOld<Place>(add: (member: object, key: string) => Place, remove: (place: Place) => void): number {
    const places: Place[] = [];
    const turnOver = (members: number): void => {
      for (let number = 0; number < members; number++) {
        places.push(add({ values: Array.from({ length: 20 }, Math.random) }, `key ${number}`));
        if (places.length > 100) remove(places.shift() as Place);
      }
    };
    turnOver(1_000);
    collect();
    const before = oldBytes();
    turnOver(100_000);
    return oldBytes() - before;
  }

  test('a roster keeps less than half of what a set does', () => {
    const set = new Set<object>();
    const roster = new Roster<object>();
    const add = (member: object) => {
      set.add(member);
      return member;
    };
    const bySet = grownOld(add, (member) => set.delete(member));
    const byRoster = grownOld(
      (member) => roster.add(member),
      (place) => roster.remove(place),
    );
    expect(byRoster).toBeLessThan(bySet / 2);
  });

  test('a short-lived map keeps less than half of what a map does', () => {
    const map = new Map<string, object>();
    const shortLived = new ShortLivedMap<object>();
    const addTo = (to: { set: (key: string, member: object) => unknown }) => (member: object, key: string) => {
      to.set(key, member);
      return key;
    };
    const byMap = grownOld(addTo(map), (key) => map.delete(key));
    const byShortLived = grownOld(addTo(shortLived), (key) => shortLived.delete(key));
    expect(byShortLived).toBeLessThan(byMap / 2);
  });
});
