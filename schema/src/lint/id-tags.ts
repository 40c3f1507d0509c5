import { Kind, type ConstDirectiveNode } from 'graphql';
import { directivesNamed } from './subgraph-document.js';

const meanings: ReadonlySet<string> = new Set(['public', 'pairwise']);

/** The tags by which the gateway knows whose an id is, in alphabetical order. */
export function idTags(directives: readonly ConstDirectiveNode[]): readonly string[] {
  return directivesNamed(directives, 'tag')
    .flatMap((tag) => tag.arguments ?? [])
    .flatMap(({ value }) => (value.kind === Kind.STRING && meanings.has(value.value) ? [value.value] : []))
    .toSorted();
}
