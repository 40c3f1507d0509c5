import { idTags } from './id-tags.js';
import { placesOf } from './places.js';
import type { Fault, Rule } from './rule.js';
import { namedType } from './subgraph-document.js';

/** A cursor has ids in it. Untagged, two organisations could compare what they got, as the gateway leaves texts alone. */
export const cursorUntagged: Rule = {
  code: 'CURSOR_UNTAGGED',
  *check(subgraphs): Iterable<Fault> {
    for (const { name: subgraph, types } of subgraphs) {
      for (const { path, name, type, directives } of [...types.values()].flatMap(placesOf)) {
        if (!/^cursor$|Cursor$|^after$|^before$/.test(name) || namedType(type).name.value !== 'String') continue;
        if (idTags(directives).includes('pairwise')) continue;
        yield { subgraph, path, message: 'is a cursor without @tag(name: "pairwise").' };
      }
    }
  },
};
