import { grantTag, pairwiseTag, publicTag, statusTag } from './contract.js';
import { Federation, isGrant } from './federation.js';
import type { MemberSchema, MemberValue } from './member-schema.js';
import type { Finding } from './rule.js';

/**
 * What one graph must not take from the graph before it: a field that another member resolves now (`FIELD_TAKEN_OVER`), and
 * a guard, a tag of trust or the hiding of a grant that is gone (`GUARD_REMOVED`). The owner may do either by its word.
 *
 * @param office the member that decides
 */
export function compareMembers(
  before: readonly MemberSchema[],
  after: readonly MemberSchema[],
  office: string,
): readonly Finding[] {
  const [old, now] = [new Federation(before, office), new Federation(after, office)];
  const findings: Finding[] = [];
  for (const { name: owner, types } of before) {
    for (const type of types.values()) {
      const successors = [...now.declarations(type.name)];
      if (successors.length === 0) continue;
      const typeMarks = marks(successors.map(([, one]) => one));
      const lost = [...guardsOf(type)].filter((mark) => !typeMarks.has(mark));
      if (lost.length > 0) findings.push(removed(owner, type.name, lost));
      for (const field of type.fields.values()) {
        if (field.isExternal) continue;
        const place = `${type.name}.${field.name}`;
        const owners = now.ownersOf(type.name, field.name);
        if (owners.length === 0) continue;
        if (!owners.includes(owner) && !old.ownersOf(type.name, field.name).some((one) => owners.includes(one))) {
          for (const member of owners) {
            const message = `was resolved by "${owner}" until now; that member gives its word, or the field stays there.`;
            findings.push({ code: 'FIELD_TAKEN_OVER', member, path: place, message, taken: [{ owner, place }] });
          }
        }
        const fields = successors.flatMap(([, one]) => one.fields.get(field.name) ?? []);
        const fieldMarks = new Set([...marks(fields), ...typeMarks]);
        const lostHere = [...guardsOf(field)].filter((mark) => !fieldMarks.has(mark));
        const gainsPublic = !field.tags.has(publicTag) && field.named === 'ID' && fieldMarks.has(publicTag);
        if (isGrant(field) && field.isInaccessible && !fields.some(({ isInaccessible }) => isInaccessible))
          lostHere.push('@inaccessible');
        if (gainsPublic) lostHere.push(`the absence of the tag "${publicTag}"`);
        if (lostHere.length > 0) findings.push(removed(owner, place, lostHere));
      }
    }
  }
  return findings;
}

const trusted: ReadonlySet<string> = new Set(['unshared', pairwiseTag, statusTag]);

type Marked = Pick<MemberValue, 'guards' | 'tags'>;

/** The guards, and the tags by which the gateway protects. */
function guardsOf({ guards, tags }: Marked): ReadonlySet<string> {
  return new Set([...guards, ...[...tags].filter((tag) => trusted.has(tag) || tag.startsWith(grantTag))]);
}

const marks = (all: readonly Marked[]): ReadonlySet<string> =>
  new Set(all.flatMap(({ guards, tags }) => [...guards, ...tags]));

function removed(owner: string, place: string, lost: readonly string[]): Finding {
  const message = `loses ${lost.join(' and ')}, which it had until now.`;
  return { code: 'GUARD_REMOVED', member: owner, path: place, message, taken: [{ owner, place }] };
}
