import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Kind, parse, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { members } from '../testkit/stack.js';

type Directed = Pick<ObjectTypeDefinitionNode, 'directives'>;

/** Types with ids that everybody may know and that tell no fact of anybody: what an organisation does just now, for those whom it concerns. */
const withoutFacts: ReadonlySet<string> = new Set([
  'DutyShift',
  'EmergencyAbroad',
  'EmergencyAlert',
  'EmergencyEvent',
  'EmergencyNews',
  'OfficialMeeting',
  'TransportList',
]);

/** The graphs of the members that have demo data; a newcomer tells what it enters itself. */
const graphs: ReadonlySet<string> = new Set(members.map((name) => name.replaceAll('-', '_').toUpperCase()));

/** The types of a supergraph whose ids everybody may know. */
function publicTypes(sdl: string): readonly ObjectTypeDefinitionNode[] {
  return parse(sdl)
    .definitions.filter((one): one is ObjectTypeDefinitionNode => one.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter((type) => valuesOf(type, 'join__type').some((graph) => graphs.has(graph)))
    .filter(({ fields = [] }) => fields.some(isPublicId));
}

/** What the arguments of a directive say on a type or a field. */
function valuesOf({ directives = [] }: Directed, name: string): readonly string[] {
  return directives
    .filter((directive) => directive.name.value === name)
    .flatMap(({ arguments: given = [] }) => given)
    .flatMap(({ value }) => (value.kind === Kind.STRING || value.kind === Kind.ENUM ? [value.value] : []));
}

/** Those of them that do not say where what they tell is stated. */
function silentTypes(sdl: string): readonly string[] {
  return publicTypes(sdl)
    .filter(({ fields = [] }) => !fields.some(({ name }) => name.value === 'source'))
    .map(({ name }) => name.value);
}

function isPublicId(field: FieldDefinitionNode): boolean {
  return field.name.value === 'id' && valuesOf(field, 'tag').includes('public');
}

test('everything in the graph that everybody may know says where it is stated', async () => {
  const sdl = await readFile(resolve(import.meta.dirname, '../../../schema/supergraph.graphql'), 'utf8');
  expect(publicTypes(sdl).length).toBeGreaterThan(30);
  expect(silentTypes(sdl).filter((name) => !withoutFacts.has(name))).toEqual([]);
});

test('a public type without a source is found, and one of which nobody knows the ids is not', () => {
  const graph = '@join__type(graph: UNION)';
  const sdl = `type Told ${graph} { id: ID! @tag(name: "public") source: Source }
    type Silent ${graph} { id: ID! @tag(name: "public") }
    type Personal ${graph} { id: ID! }
    type OfNewcomer @join__type(graph: RED_CRESCENT) { id: ID! @tag(name: "public") }`;
  expect(silentTypes(sdl)).toEqual(['Silent']);
});
