import { describe, expect, it } from 'vitest';
import { compose, describeProblem } from './compose.js';
import type { Composition } from './compose.js';
import { publicSchema } from './public-schema.js';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@inaccessible"])';
const people = `${link}
  type Query { person(id: ID!): Person }
  type Person @key(fields: "id") { id: ID! studyGrant: String @inaccessible }`;
const studies = `${link}
  type Person @key(fields: "id") { id: ID! studyGrant: String @external years: Int @requires(fields: "studyGrant") }`;

function supergraphOf(composition: Composition): string {
  if (!composition.ok) throw new Error(composition.problems.map(describeProblem).join('\n'));
  return composition.supergraph;
}

describe('compose', () => {
  it('joins subgraphs, with the routing address that convention gives them', () => {
    const supergraph = supergraphOf(
      compose(
        new Map([
          ['people', people],
          ['asan-school', studies],
        ]),
      ),
    );
    expect(supergraph).toContain('@join__graph(name: "people", url: "http://people:4001/graphql")');
    expect(supergraph).toContain(
      'ASAN_SCHOOL @join__graph(name: "asan-school", url: "http://asan-school:4001/graphql")',
    );
    expect(supergraph).toContain('requires: "studyGrant"');
  });

  it('gives the same text for the same subgraphs in another order', () => {
    const forth = compose(
      new Map([
        ['people', people],
        ['studies', studies],
      ]),
    );
    const back = compose(
      new Map([
        ['studies', studies],
        ['people', people],
      ]),
    );
    expect(supergraphOf(forth)).toBe(supergraphOf(back));
  });

  it('says which subgraph fails and why', () => {
    const composition = compose(new Map([['people', people.replace('fields: "id"', 'fields: "passport"')]]));
    expect(composition.ok ? [] : composition.problems).toEqual([
      {
        code: 'KEY_INVALID_FIELDS',
        subgraph: 'people',
        message: expect.stringMatching(
          /^On type "Person", for @key\(fields: "passport"\): Cannot query field "passport"/,
        ),
      },
    ]);
  });

  it('says what does not fit between subgraphs', () => {
    const other = `${link} type Person @key(fields: "id") { id: ID! studyGrant: Int @inaccessible }`;
    const composition = compose(
      new Map([
        ['people', people],
        ['other', other],
      ]),
    );
    const lines = composition.ok ? [] : composition.problems.map(describeProblem);
    expect(lines).not.toEqual([]);
    expect(lines.join('\n')).toContain('Person.studyGrant');
    expect(lines.join('\n')).toMatch(/people[^]*other|other[^]*people/);
  });

  it('reports a syntax error with subgraph and line', () => {
    const composition = compose(
      new Map([
        ['people', people],
        ['studies', 'type Query {\n  a Int\n}'],
      ]),
    );
    expect(composition.ok ? [] : composition.problems.map(describeProblem)).toEqual([
      'studies: SYNTAX_ERROR: Syntax Error: Expected ":", found Name "Int". at line 2',
    ]);
  });

  it('refuses a graph that would leave clients with nothing to ask', () => {
    expect(compose(new Map([['studies', studies]])).ok).toBe(false);
  });
});

describe('publicSchema', () => {
  it('shows what clients see: no join machinery and nothing inaccessible', () => {
    const schema = publicSchema(
      supergraphOf(
        compose(
          new Map([
            ['people', people],
            ['studies', studies],
          ]),
        ),
      ),
    );
    const names = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'));
    expect(names).toEqual(expect.arrayContaining(['Person', 'Query']));
    expect(names.filter((name) => /^(join|link|core)__/.test(name))).toEqual([]);
    const person = schema.getType('Person');
    expect(person && 'getFields' in person ? Object.keys(person.getFields()) : []).toEqual(['id', 'years']);
  });
});
