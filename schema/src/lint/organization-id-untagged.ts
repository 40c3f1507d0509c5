import { idTags } from './id-tags.js';
import { placesOf } from './places.js';
import type { Fault, Rule } from './rule.js';
import { namedType } from './subgraph-document.js';

/**
 * An organisation has one id for everybody. Untagged, the gateway takes what a client writes for an id of its own, which nobody
 * was given, and refuses it.
 */
export const organizationIdUntagged: Rule = {
  code: 'ORGANIZATION_ID_UNTAGGED',
  *check(subgraphs): Iterable<Fault> {
    for (const { name: subgraph, types } of subgraphs) {
      for (const { path, name, type, directives } of [...types.values()].flatMap(placesOf)) {
        if (!/organizationIds?$/i.test(name) || namedType(type).name.value !== 'ID') continue;
        if (idTags(directives).includes('public')) continue;
        yield { subgraph, path, message: 'is the id of an organisation without @tag(name: "public").' };
      }
    }
  },
};
