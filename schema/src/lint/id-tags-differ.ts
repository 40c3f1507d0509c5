import { idTags } from './id-tags.js';
import { placesOf } from './places.js';
import type { Fault, Rule } from './rule.js';
import { directivesNamed } from './subgraph-document.js';

/**
 * What several subgraphs have is `public` or `pairwise` in all of them: composition puts the tags of all together, so one
 * member could otherwise make public what another one keeps apart.
 */
export const idTagsDiffer: Rule = {
  code: 'ID_TAGS_DIFFER',
  *check(subgraphs): Iterable<Fault> {
    const first = new Map<string, { readonly subgraph: string; readonly tags: string }>();
    for (const { name: subgraph, types } of subgraphs) {
      for (const { path, directives } of [...types.values()].flatMap(placesOf)) {
        if (directivesNamed(directives, 'external').length > 0) continue;
        const tags = idTags(directives).join(' and ') || 'not tagged';
        const known = first.get(path);
        if (known === undefined) first.set(path, { subgraph, tags });
        else if (known.tags !== tags) {
          yield { subgraph, path, message: `is ${tags} here and ${known.tags} in ${known.subgraph}; tag it alike.` };
        }
      }
    }
  },
};
