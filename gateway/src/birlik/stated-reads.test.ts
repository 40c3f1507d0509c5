import { buildASTSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { TypeSystem } from '../graphql/type-system.js';
import { compilePlan } from '../execution/compile-plan.js';
import type { FetchNode, PlanNode } from '../planning/plan.js';
import { statedReads } from './stated-reads.js';

const manyFields = Array.from({ length: 120 }, (_, index) => `mark${index}: Int`).join(' ');
const types = new TypeSystem(
  buildASTSchema(
    parse(`
      schema @link(url: "https://specs.apollo.dev/tag/v0.3") { query: Query }
      enum join__Graph {
        OFFICE @join__graph(name: "the-office", url: "")
        SCHOOL @join__graph(name: "school", url: "")
      }
      type Query @join__type(graph: OFFICE) { person: Person people: People being: Being motto: String }
      type People @join__type(graph: OFFICE) { nodes: [Person!]! }
      interface Being @join__type(graph: OFFICE) { id: ID! name: String @join__field(graph: OFFICE) }
      type Person implements Being @join__type(graph: OFFICE, key: "id") @join__type(graph: SCHOOL, key: "id") @tag(name: "unshared") {
        id: ID!
        name: String @join__field(graph: OFFICE)
        contact: Contact @join__field(graph: OFFICE)
        studyGrant: String @join__field(graph: OFFICE) @join__field(graph: SCHOOL, external: true)
        otherGrant: String @join__field(graph: OFFICE) @join__field(graph: SCHOOL, external: true)
        studies: [Study!] @join__field(graph: SCHOOL, requires: "studyGrant")
        both: Int @join__field(graph: SCHOOL, requires: "studyGrant otherGrant")
      }
      type Contact @join__type(graph: OFFICE) { email: String }
      type Study @join__type(graph: SCHOOL) { status: String school: School tutor: Person ${manyFields} }
      type School @join__type(graph: SCHOOL) { name: String }
    `),
    { assumeValid: true, assumeValidSDL: true },
  ),
);

interface Statement {
  readonly here: readonly unknown[];
  readonly elsewhere?: Readonly<Record<string, readonly string[]>>;
}

/** What the fetches of a plan tell their subgraphs, in their order. */
function statements(operation: string, node: PlanNode): (Statement | null)[] {
  const texts: (string | null)[] = [];
  const readsOf = statedReads(operation, types);
  compilePlan({ node }, 'query', types, (fetch) => {
    const text = readsOf(fetch);
    texts.push(text);
    return text;
  });
  return texts.map((text) => (text === null ? null : (JSON.parse(text) as Statement)));
}

/** What each of them tells of its own places. */
function told(operation: string, node: PlanNode): unknown[] {
  return statements(operation, node).map((statement) => statement?.here ?? null);
}

const fetchOf = (operation: string, more: Partial<FetchNode> = {}): FetchNode => ({
  kind: 'Fetch',
  serviceName: 'the-office',
  operation,
  ...more,
});

const key = {
  requires: [
    {
      kind: 'InlineFragment',
      typeCondition: 'Person',
      selections: [
        { kind: 'Field', name: '__typename' },
        { kind: 'Field', name: 'id' },
      ],
    },
  ],
} as const;

/** What the office is told by a fetch of the whole operation. */
const officeIsTold = (operation: string) => told(operation, fetchOf(operation))[0];

test('who resolves what a field requires is told its paths, under the required name', () => {
  expect(officeIsTold('{ person { id studies { status school { name } } } }')).toEqual([
    { at: ['person'], read: { studyGrant: ['studies.status', 'studies.school.name'] } },
  ]);
  expect(officeIsTold('{ person { both } }')).toEqual([
    { at: ['person'], read: { studyGrant: ['both'], otherGrant: ['both'] } },
  ]);
});

test('a field that requires nothing is told to its own subgraph, under no name', () => {
  expect(officeIsTold('{ people { nodes { alias: name contact { email } } } }')).toEqual([
    { at: ['people.nodes'], read: { '': ['name', 'contact.email'] } },
  ]);
});

test('a path ends at another person, whose fields count by themselves', () => {
  expect(officeIsTold('{ person { studies { tutor { name } } } }')).toEqual([
    { at: ['person'], read: { studyGrant: ['studies.tutor'] } },
    { at: ['person.studies.tutor'], read: { '': ['name'] } },
  ]);
});

test('a person behind an interface counts', () => {
  expect(officeIsTold('{ being { name ... on Person { studies { status } } } }')).toEqual([
    { at: ['being'], read: { '': ['name'], studyGrant: ['studies.status'] } },
  ]);
});

test('the key of a person, and what is about nobody, is told to no one', () => {
  expect(officeIsTold('{ motto person { id __typename } }')).toBeNull();
});

test('what is asked of one person is told for the place of that one alone', () => {
  const operation = '{ a: person { name } b: person { studies { status } } c: person { name } }';
  expect(told(operation, fetchOf('{ a: person { name } b: person { studyGrant } c: person { name } }'))).toEqual([
    [
      { at: ['a', 'c'], read: { '': ['name'] } },
      { at: ['b'], read: { studyGrant: ['studies.status'] } },
    ],
  ]);
});

test('a fetch of entities is told what is read at the paths that it fills, a fetch to another subgraph nothing', () => {
  const operation = '{ person { name studies { status tutor { name } } } people { nodes { contact { email } } } }';
  const root = '{ person { name studyGrant id } people { nodes { contact { email } } } }';
  const studies =
    '{ _entities(representations: $representations) { ... on Person { studies { status tutor { id } } } } }';
  const tutors = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { __typename ... on Person { name } } }`;
  const paths = {
    studies: [{ Field: 'person' }],
    tutors: [{ Field: 'person' }, { Field: 'studies' }, '@', { Field: 'tutor' }],
  };
  expect(
    told(operation, {
      kind: 'Sequence',
      nodes: [
        fetchOf(root),
        {
          kind: 'Flatten',
          path: paths.studies,
          node: fetchOf(`query ($representations: [_Any!]!) ${studies}`, { serviceName: 'school', ...key }),
        },
        { kind: 'Flatten', path: paths.tutors as never, node: fetchOf(tutors, key) },
      ],
    }),
  ).toEqual([
    [
      { at: ['person'], read: { '': ['name'], studyGrant: ['studies.status', 'studies.tutor'] } },
      { at: ['people.nodes'], read: { '': ['contact.email'] } },
    ],
    null,
    [{ at: ['_entities'], read: { '': ['name'] } }],
  ]);
});

test('several groups of entities in one fetch are told apart, the paths of one are not', () => {
  const operation = '{ a: person { name } b: person { contact { email } } c: person { studies { status } } }';
  const group = (alias: string, ...fields: string[]) => ({
    alias,
    representationsVariableName: alias,
    paths: fields.map((Field) => [{ Field }]),
    ...key,
  });
  expect(
    told(operation, {
      kind: 'BatchFetch',
      serviceName: 'the-office',
      operation: `query ($e0: [_Any!]!, $e1: [_Any!]!) {
        e0: _entities(representations: $e0) { ... on Person { name contact { email } } }
        e1: _entities(representations: $e1) { ...Grants } }
        fragment Grants on Person { studyGrant }`,
      entityBatch: { aliases: [group('e0', 'a', 'b'), group('e1', 'c')] },
    }),
  ).toEqual([
    [
      { at: ['e0'], read: { '': ['name', 'contact.email'] } },
      { at: ['e1'], read: { studyGrant: ['studies.status'] } },
    ],
  ]);
});

test('a key that the planner calls otherwise on the way to a person is found', () => {
  const operation = '{ person { name } people { nodes { studies { status } } } }';
  const path = [{ Key: 'people_0' }];
  expect(
    told(
      operation,
      fetchOf('{ person { name } people_0: people { nodes { studyGrant } } }', {
        outputRewrites: [{ KeyRenamer: { path, renameKeyTo: 'people' } }],
      }),
    ),
  ).toEqual([
    [
      { at: ['person'], read: { '': ['name'] } },
      { at: ['people_0.nodes'], read: { studyGrant: ['studies.status'] } },
    ],
  ]);
});

test('a person whom only the plan asks for is told what the operation reads anywhere', () => {
  const operation = '{ person { name } people { nodes { studies { status } } } }';
  expect(told(operation, fetchOf('{ person { name } being { ... on Person { studyGrant } } }'))).toEqual([
    [
      { at: ['person'], read: { '': ['name'] } },
      { at: ['being'], read: { '': ['name'], studyGrant: ['studies.status'] } },
    ],
  ]);
});

test('what is read of people in other fetches is told apart', () => {
  const operation = '{ person { name studies { tutor { contact { email } } } } }';
  const tutors = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on Person { contact { email } } } }`;
  const path = [{ Field: 'person' }, { Field: 'studies' }, '@', { Field: 'tutor' }] as never;
  const [first, second] = statements(operation, {
    kind: 'Sequence',
    nodes: [fetchOf('{ person { name studyGrant } }'), { kind: 'Flatten', path, node: fetchOf(tutors, key) }],
  });
  expect(first?.elsewhere).toEqual({ '': ['contact.email'] });
  expect(second?.elsewhere).toEqual({ '': ['name'], studyGrant: ['studies.tutor'] });
});

test('a fetch that reads of nobody is told nothing, whatever the operation reads', () => {
  expect(told('{ motto person { name } }', fetchOf('{ motto }'))).toEqual([null]);
});

test('an operation with more than a hundred paths is told by the fields of the person alone', () => {
  const marks = Array.from({ length: 101 }, (_, index) => `mark${index}`).join(' ');
  const coarse = [{ at: ['person'], read: { studyGrant: ['studies'] } }];
  expect(officeIsTold(`{ person { studies { ${marks} } } }`)).toEqual(coarse);
  expect(officeIsTold(`{ person { studies { ${marks.replace('mark100', '')} } } }`)).not.toEqual(coarse);
});

test('places that are too many for a header are told together, without losing a field that opens something', () => {
  const people = Array.from({ length: 400 }, (_, index) => `aPersonWithALongName${index}: person { name }`).join(' ');
  expect(officeIsTold(`{ last: person { both studies { status } } ${people} }`)).toEqual([
    { at: ['*'], read: { studyGrant: ['both', 'studies.status'], otherGrant: ['both'], '': ['name'] } },
  ]);
});
