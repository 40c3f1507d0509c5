import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Kind, parse, type ObjectTypeDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';

/** Types with ids that everybody may know and that tell no fact of anybody, such as a setting. */
const withoutFacts: ReadonlySet<string> = new Set();

/** The types of a supergraph whose ids everybody may know. */
function publicTypes(sdl: string): readonly ObjectTypeDefinitionNode[] {
  return parse(sdl)
    .definitions.filter((one): one is ObjectTypeDefinitionNode => one.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter(({ fields = [] }) => fields.some(isPublicId));
}

/** Those of them that do not say where what they tell is stated. */
function silentTypes(sdl: string): readonly string[] {
  return publicTypes(sdl)
    .filter(({ fields = [] }) => !fields.some(({ name }) => name.value === 'source'))
    .map(({ name }) => name.value);
}

function isPublicId({ name, directives = [] }: NonNullable<ObjectTypeDefinitionNode['fields']>[number]): boolean {
  const tags = directives.filter((directive) => directive.name.value === 'tag');
  const names = tags.flatMap((tag) =>
    tag.arguments?.map(({ value }) => (value.kind === Kind.STRING ? value.value : '')),
  );
  return name.value === 'id' && names.includes('public');
}

test('everything in the graph that everybody may know says where it is stated', async () => {
  const sdl = await readFile(resolve(import.meta.dirname, '../../../schema/supergraph.graphql'), 'utf8');
  expect(publicTypes(sdl).length).toBeGreaterThan(30);
  expect(silentTypes(sdl).filter((name) => !withoutFacts.has(name))).toEqual([]);
});

test('a public type without a source is found, and one of which nobody knows the ids is not', () => {
  const sdl = `type Told { id: ID! @tag(name: "public") source: Source } type Silent { id: ID! @tag(name: "public") }
    type Personal { id: ID! } type Source { document: String! }`;
  expect(silentTypes(sdl)).toEqual(['Silent']);
});
