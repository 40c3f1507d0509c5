import type { Fault, Rule } from './rule.js';
import { directivesNamed, namedType } from './subgraph-document.js';

const countsPeople =
  /(count|total|people|persons|attendance|attendees|applicants|participants|members|students|volunteers|alumni)$/i;

/**
 * A number that is named like a count of people is a `ReleasedCount`, which only the rules for statistics make. One that
 * counts something else says "not of people" in its description.
 */
export const countUnreleased: Rule = {
  code: 'COUNT_UNRELEASED',
  *check(subgraphs): Iterable<Fault> {
    for (const { name: subgraph, types } of subgraphs) {
      for (const type of types.values()) {
        for (const field of type.fields) {
          if (!['Int', 'Float'].includes(namedType(field.type).name.value)) continue;
          if (!countsPeople.test(field.name.value) || directivesNamed(field.directives, 'external').length > 0)
            continue;
          if (/\bnot of people\b/i.test(field.description?.value ?? '')) continue;
          const path = `${type.name}.${field.name.value}`;
          yield { subgraph, path, message: 'counts people; make it a ReleasedCount, or say "not of people" of it.' };
        }
      }
    }
  },
};
