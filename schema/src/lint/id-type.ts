import { placesOf } from './places.js';
import type { Fault, Rule } from './rule.js';
import { namedType } from './subgraph-document.js';

/** What is called an id is of type `ID`: `id`, `ids`, and names that end in `Id` or `Ids`. */
export const idType: Rule = {
  code: 'ID_TYPE',
  *check(subgraphs): Iterable<Fault> {
    for (const { name: subgraph, types } of subgraphs) {
      for (const { path, name, type } of [...types.values()].flatMap(placesOf)) {
        const actual = namedType(type).name.value;
        if (!/^ids?$|[a-z0-9]Ids?$/.test(name) || actual === 'ID') continue;
        yield { subgraph, path, message: `is called an id but is of type ${actual}; make it ID.` };
      }
    }
  },
};
