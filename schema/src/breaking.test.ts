import { describe, expect, it } from 'vitest';
import { breakingChanges } from './breaking.js';
import { compose } from './compose.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@inaccessible"])';
const shop = `
  type Query { shops(first: Int, town: String): [Shop!] }
  type Mutation { open(input: Opening!): Shop }
  input Opening { name: String town: String }
  type Shop { name: String tax: Int! state: State item: Item secret: String @inaccessible }
  enum State { OPEN CLOSED }
  type Book { title: String }
  type Film { title: String }
  union Item = Book | Film`;

function supergraph(sdl: string): string {
  const composition = compose(new Map([['shop', `${link} ${sdl}`]]));
  if (!composition.ok) throw new Error(JSON.stringify(composition.problems));
  return composition.supergraph;
}

/** The paths that break when a part of the shop is written differently. */
async function brokenBy(part: string, replacement: string): Promise<readonly string[]> {
  expect(shop).toContain(part);
  const changes = await breakingChanges(supergraph(shop), supergraph(shop.replace(part, replacement)));
  return changes.map(({ path }) => path);
}

describe('breakingChanges', () => {
  it.each([
    ['a removed field', 'name: String tax', 'tax', ['Shop.name']],
    ['a field of another type', 'name: String tax', 'name: Int tax', ['Shop.name']],
    ['a field that may be null now', 'tax: Int!', 'tax: Int', ['Shop.tax']],
    ['a removed argument', 'first: Int, ', '', ['Query.shops.first']],
    ['an argument that is required now', 'town: String)', 'town: String!)', ['Query.shops.town']],
    ['a new required input field', 'town: String }', 'town: String owner: ID! }', ['Opening.owner']],
    ['a removed enum value', 'OPEN CLOSED', 'OPEN', ['State.CLOSED']],
    ['a removed union member', 'Book | Film', 'Book', ['Item']],
    ['a field that clients cannot see any more', 'name: String tax', 'name: String @inaccessible tax', ['Shop.name']],
  ])('names %s', async (_, part, replacement, expected) => {
    expect(await brokenBy(part, replacement)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['a new field', 'tax: Int!', 'tax: Int! vat: Int'],
    ['a new optional argument', 'town: String)', 'town: String, open: Boolean)'],
    ['a description', 'name: String tax', '"The name." name: String tax'],
    ['a field that no client could see', 'secret: String @inaccessible', ''],
    ['a deprecation', 'name: String tax', 'name: String @deprecated(reason: "See tax.") tax'],
  ])('lets %s pass', async (_, part, replacement) => {
    expect(await brokenBy(part, replacement)).toEqual([]);
  });
});
