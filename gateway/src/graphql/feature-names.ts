import { Kind, type DocumentNode } from 'graphql';
import { directiveText, directiveValue, memberOf, textOf } from './directive-value.js';

/** The names that a directive of a linked specification has in a supergraph: a link may rename it. */
export function featureNames(feature: string, supergraph: Pick<DocumentNode, 'definitions'>): ReadonlySet<string> {
  const names = new Set([feature]);
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const directive of node.directives ?? []) {
      if (!`${directiveText(directive, 'url') ?? ''}/`.includes(`/${feature}/`)) continue;
      const renamed = directiveText(directive, 'as');
      if (renamed !== null) names.add(renamed);
      const imports = directiveValue(directive, 'import');
      for (const item of imports?.kind === Kind.LIST ? imports.values : []) {
        const to = textOf(memberOf(item, 'as'));
        if (to !== null) names.add(to.replace(/^@/, ''));
      }
    }
  }
  return names;
}
