import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { completeConfig } from '../config/config.js';
import { parseDocument } from '../graphql/parse-document.js';
import { RequestError } from '../errors/request-error.js';
import { loadSupergraph, parseSupergraph } from '../supergraph/supergraph.js';
import { DemandControl } from './demand-control.js';

const { limits } = completeConfig({ supergraph: { file: 'none' } });

/** The costs of a supergraph of two subgraphs that import the directives under these names. */
function costsWith(cost: string, listSize: string) {
  const imported = (name: string, as: string) => (name === as ? `"${name}"` : `{ name: "${name}", as: "${as}" }`);
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", ' +
    `import: ["@key", "@shareable", ${imported('@cost', cost)}, ${imported('@listSize', listSize)}])\n`;
  const shops = `
    type Query {
      shop: Shop
      shops(first: Int, last: Int, page: Page, flag: Int ${cost}(weight: 3)): [Shop!]! ${listSize}(
        slicingArguments: ["first", "last"], requireOneSlicingArgument: false, assumedSize: 20)
      strict(first: Int, last: Int): [Shop] ${listSize}(slicingArguments: ["first", "last"])
      few(first: Int! = 2): [Shop] ${listSize}(slicingArguments: ["first"])
      connection(first: Int): Connection ${listSize}(slicingArguments: ["first"], sizedFields: ["nodes"])
      found: [Thing]
      owners: [Owner]
      search(filters: [Page!]): Shop ${cost}(weight: 50)
    }
    type Mutation { open(name: String): Shop }
    union Thing = Shop | Gem
    type Connection { nodes: [Shop] total: Int }
    input Page { size: Int ${cost}(weight: 2) after: String }
    type Shop @key(fields: "id") { id: ID! name: String tags: [Tag] }
    type Owner @shareable { name: String }
    type Gem ${cost}(weight: 5) { carats: Int cut: String }
    scalar Tag ${cost}(weight: 2)
  `;
  const stock = `type Shop @key(fields: "id") { id: ID! stock: Int ${cost}(weight: 4) owner: Owner } type Owner @shareable { name: String }`;
  const composed = composeServices(
    Object.entries({ shops, stock }).map(([name, sdl]) => ({ name, url: 'http://a/', typeDefs: parse(link + sdl) })),
  );
  const supergraph = loadSupergraph(parseSupergraph(composed.supergraphSdl ?? String(composed.errors)), 5_000);
  const compile = new DemandControl(limits, null).compilerFor(supergraph.types.schema);
  return (source: string) => compile(parseDocument(source, null, supergraph.schema, limits));
}

const costOf = costsWith('@cost', '@listSize');
const estimate = (source: string, variables = {}) => costOf(source).estimate(variables);

describe('the estimate', () => {
  test.each([
    ['an object costs 1, a leaf nothing', '{ shop { id name } }', 1],
    ['a type name costs nothing, the schema 1', '{ __typename __schema { types { name } } shop { __typename } }', 2],
    ['a list of unknown length counts ten times', '{ owners { name } }', 10],
    ['an abstract type costs as much as its most expensive object', '{ found { __typename } }', 50],
    ['a list of leaves with a weight as well', '{ shop { tags } }', 21],
    ['the weight of a field counts in place of its type', '{ search { id } }', 50],
    ['a weight of another subgraph counts', '{ shop { stock owner { name } } }', 6],
    ['a mutation costs 10 more', 'mutation { open { id } }', 11],
    [
      'a weighted type counts below a fragment',
      '{ shop { ...F ... on Shop { owner { name } } } } fragment F on Shop { stock }',
      6,
    ],
    ['the length of a list is its slicing argument', '{ shops(first: 3) { owner { name } } }', 6],
    ['the greatest of several', '{ shops(first: 3, last: 5) { id } }', 5],
    ['never less than none', '{ shops(first: -100) { stock } }', 0],
    ['else the assumed one', '{ shops { id } }', 20],
    ['else the default of the argument', '{ few { id } }', 2],
    ['a connection hands it to its lists', '{ connection(first: 7) { total nodes { id } } }', 8],
    ['through fragments as well', '{ connection(first: 7) { ... on Connection { nodes { id } } } }', 8],
    ['arguments cost their weights', '{ shops(first: 1, flag: 1) { id } }', 4],
    ['input objects cost 1 and their fields', '{ shops(first: 1, page: { size: 2, after: "x" }) { id } }', 4],
    ['each of a list', '{ search(filters: [{ size: 1 }, { after: "x" }]) { id } }', 54],
    [
      'nested lists multiply',
      '{ found { ... on Shop { tags } ... on Gem { cut } } shops(first: 2) { tags owner { name } } }',
      294,
    ],
    [
      'what is left out costs nothing',
      '{ shop { stock @skip(if: true) ... @include(if: false) { owner { name } } } }',
      1,
    ],
  ])('says: %s', (_rule, source, cost) => {
    expect(estimate(source)).toBe(cost);
  });

  test('follows the values of variables', () => {
    const cost = costOf(
      'query ($n: Int, $p: Page, $with: Boolean!) { shops(first: $n, page: $p) { id owner @include(if: $with) { name } } }',
    );
    expect(cost.estimate({ n: 3, with: true })).toBe(6);
    expect(cost.estimate({ n: 3, with: false })).toBe(3);
    expect(cost.estimate({ n: null, with: false })).toBe(20);
    expect(cost.estimate({ with: false })).toBe(20);
    expect(cost.estimate({ n: 2_147_483_647, with: true })).toBe(2 * 2_147_483_647);
    expect(cost.estimate({ n: 1, p: { size: 1 }, with: false })).toBe(4);
  });

  test.each([
    ['none', '{ strict { id } }', {}],
    ['a variable without value', 'query ($n: Int) { strict(first: $n) { id } }', {}],
    ['two', '{ strict(first: 1, last: 1) { id } }', {}],
    ['none in a connection', '{ connection { total } }', {}],
  ])('refuses %s where one slicing argument is demanded', (_what, source, variables) => {
    const cost = costOf(source);
    expect(() => cost.estimate(variables)).toThrow(RequestError);
    expect(() => cost.estimate(variables)).toThrow(/needs exactly one of the arguments/);
  });

  test('is a number even for what no number can hold', () => {
    const level = (left: number): string => (left === 0 ? 'id' : `owner { name } a${left}: tags`);
    expect(estimate(`{ shops(first: 2147483647) { ${level(1)} } }`)).toBe(2_147_483_647 * 22);
    const huge = costsWith('@cost', '@listSize')('query ($n: Int) { shops(first: $n) { id } }');
    expect(huge.estimate({ n: Infinity })).toBe(Number.MAX_SAFE_INTEGER);
    expect(huge.estimate({ n: Number.NaN })).toBe(Number.MAX_SAFE_INTEGER);
  });

  test.each([
    ['@price', '@sized'],
    ['@cost', '@sized'],
    ['@price', '@listSize'],
  ])('knows the directives as %s and %s', (cost, listSize) => {
    expect(costsWith(cost, listSize)('{ shops(first: 3) { stock } }').estimate({})).toBe(15);
  });
});

describe('the actual cost', () => {
  const actual = (source: string, data: unknown, variables = {}) =>
    costOf(source).actual(JSON.stringify(data), variables);

  test('counts what the answer holds', () => {
    const source = '{ shops { stock owner { name } tags } found { ... on Gem { cut } } }';
    const shop = { stock: 1, owner: { name: 'a' }, tags: ['x', 'y'] };
    expect(actual(source, { shops: [shop, shop], found: [] })).toBe(2 * (1 + 4 + 1 + 4));
    expect(actual(source, { shops: [{ stock: null, owner: null, tags: null }], found: [{ cut: 'a' }, null] })).toBe(10);
    expect(actual(source, null)).toBe(0);
  });

  test('counts merged fields once and by the keys of the client', () => {
    expect(actual('{ a: shop { id } a: shop { s: stock } b: shop { id } }', { a: { id: 1, s: 2 }, b: null })).toBe(5);
  });

  test('counts a field with a weight of its own even when it found nothing', () => {
    expect(actual('{ search { id } }', { search: null })).toBe(50);
  });

  test('counts arguments, mutations and what variables leave out', () => {
    expect(actual('{ shops(flag: 1) { id } }', { shops: [] })).toBe(3);
    expect(actual('mutation { open { id } }', { open: { id: 1 } })).toBe(11);
    expect(actual('query ($a: Boolean!) { shop @skip(if: $a) { id } }', {}, { a: true })).toBe(0);
  });

  test('takes no key of a client for something inherited', () => {
    const source =
      'query ($a: Boolean!) { __proto__: shop @skip(if: $a) { stock } constructor: shop @skip(if: $a) { stock } }';
    expect(actual(source, {}, { a: true })).toBe(0);
    expect(costOf(source).actual('{"__proto__":{"stock":1},"constructor":{"stock":1}}', { a: false })).toBe(10);
  });
});
