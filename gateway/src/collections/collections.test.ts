import { expect, test } from 'vitest';
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
