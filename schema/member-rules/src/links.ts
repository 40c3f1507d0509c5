import { Kind, type ConstValueNode, type DocumentNode } from 'graphql';
import { argumentOf, textOf } from './nodes.js';

/** One `@link` of a schema. */
export interface Link {
  /** Null: it has none, or no text. */
  readonly url: string | null;
  /** The name that it gives to the specification; null: its own. */
  readonly as: string | null;
  /** What is imported and under which name, with the signs of directives. */
  readonly imports: readonly (readonly [name: string, alias: string])[];
}

/** The links of a schema, whether they stand at its definition or at an extension. */
export function linksOf(document: Pick<DocumentNode, 'definitions'>): readonly Link[] {
  return document.definitions
    .filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION)
    .flatMap((node) => node.directives ?? [])
    .filter(({ name }) => name.value === 'link' || name.value === 'core')
    .map((link) => {
      const imports = argumentOf(link, 'import');
      return {
        url: textOf(link, 'url') ?? textOf(link, 'feature'),
        as: textOf(link, 'as'),
        imports: imports?.kind === Kind.LIST ? imports.values.flatMap(importOf) : [],
      };
    });
}

function importOf(value: ConstValueNode): readonly (readonly [string, string])[] {
  if (value.kind === Kind.STRING) return [[value.value, value.value]];
  if (value.kind !== Kind.OBJECT) return [];
  const part = (key: string) => {
    const found = value.fields.find((field) => field.name.value === key)?.value;
    return found?.kind === Kind.STRING ? found.value : null;
  };
  const name = part('name');
  return name === null ? [] : [[name, part('as') ?? name]];
}
