import { buildASTSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { TypeSystem } from '../graphql/type-system.js';
import { serviceReads } from './service-reads.js';

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

const readsOf = (document: string) =>
  Object.fromEntries(
    [...serviceReads(document, types)].map(([service, text]) => [service, JSON.parse(text) as unknown]),
  );

test('who resolves what a field requires is told its paths, under the required name', () => {
  expect(readsOf('{ person { id studies { status school { name } } } }')).toEqual({
    'the-office': { studyGrant: ['studies.status', 'studies.school.name'] },
  });
  expect(readsOf('{ person { both } }')).toEqual({ 'the-office': { studyGrant: ['both'], otherGrant: ['both'] } });
});

test('a field that requires nothing is told to its own subgraph, under no name', () => {
  expect(readsOf('{ people { nodes { alias: name contact { email } } } }')).toEqual({
    'the-office': { '': ['name', 'contact.email'] },
  });
});

test('a path ends at another person, whose fields count by themselves', () => {
  expect(readsOf('{ person { studies { tutor { name } } } }')).toEqual({
    'the-office': { studyGrant: ['studies.tutor'], '': ['name'] },
  });
});

test('a person behind an interface counts', () => {
  expect(readsOf('{ being { name ... on Person { studies { status } } } }')).toEqual({
    'the-office': { '': ['name'], studyGrant: ['studies.status'] },
  });
});

test('the key of a person, and what is about nobody, is told to no one', () => {
  expect(readsOf('{ motto person { id __typename } }')).toEqual({});
});

test('an operation with more than a hundred paths is told by the fields of the person alone', () => {
  const marks = Array.from({ length: 101 }, (_, index) => `mark${index}`).join(' ');
  expect(readsOf(`{ person { studies { ${marks} } } }`)).toEqual({ 'the-office': { studyGrant: ['studies'] } });
  expect(readsOf(`{ person { studies { ${marks.replace('mark100', '')} } } }`)).not.toEqual({
    'the-office': { studyGrant: ['studies'] },
  });
});
