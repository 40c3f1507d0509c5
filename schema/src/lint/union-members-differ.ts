import type { Fault, Rule } from './rule.js';

/** A union has the same members in every subgraph that has it, or else the planner drops some of them. */
export const unionMembersDiffer: Rule = {
  code: 'UNION_MEMBERS_DIFFER',
  *check(subgraphs): Iterable<Fault> {
    const first = new Map<string, { readonly subgraph: string; readonly members: string }>();
    for (const { name: subgraph, types } of subgraphs) {
      for (const union of [...types.values()].filter((type) => type.shape === 'union')) {
        const members = union.members.toSorted().join(' | ');
        const known = first.get(union.name);
        if (known === undefined) first.set(union.name, { subgraph, members });
        else if (known.members !== members) {
          const message = `is ${members} here and ${known.members} in ${known.subgraph}; name the same members.`;
          yield { subgraph, path: union.name, message };
        }
      }
    }
  },
};
