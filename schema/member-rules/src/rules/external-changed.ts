import { isGrant, type Federation } from '../federation.js';
import type { MemberField } from '../member-schema.js';
import type { Fault, Rule } from '../rule.js';

/**
 * What a member says of a field that it only names: composition would put it together with what the owner says, so that a
 * field is hidden, or has a tag, against its owner's will.
 */
export const externalChanged: Rule = {
  code: 'EXTERNAL_CHANGED',
  *check(federation): Iterable<Fault> {
    yield* externalFaults(
      federation,
      ({ isInaccessible, tags, guards, overrides, isShareable }) =>
        isInaccessible || isShareable || overrides !== null || tags.size > 0 || guards.size > 0,
    );
    for (const { name: member, types } of federation.members) {
      if (member === federation.office) continue;
      for (const type of types.values()) {
        const original = federation.declarations(type.name).get(federation.office);
        if (original === undefined) continue;
        if (addsMarks(type, original))
          yield { member, path: type.name, message: 'is hidden or guarded beyond what the office says.' };
        for (const field of type.fields.values()) {
          const first = original.fields.get(field.name);
          if (field.isExternal || first === undefined || !addsMarks(field, first)) continue;
          const message = 'is hidden or guarded beyond what the office says.';
          yield { member, path: `${type.name}.${field.name}`, message };
        }
      }
    }
  },
};

type Marked = Pick<MemberField, 'isInaccessible' | 'guards'>;

/** Whether something is hidden or guarded where the one who has it first did neither. */
const addsMarks = (own: Marked, original: Marked): boolean =>
  (own.isInaccessible && !original.isInaccessible) || [...own.guards].some((guard) => !original.guards.has(guard));

/** The same of a supergraph, which no longer tells who said what: what somebody else names is not hidden. */
export const externalHidden: Rule = {
  code: externalChanged.code,
  check: (federation) => externalFaults(federation, (field) => field.isInaccessible && !isGrant(field)),
};

function* externalFaults({ members }: Federation, isChanged: (field: MemberField) => boolean): Iterable<Fault> {
  for (const { name: member, types } of members) {
    for (const type of types.values()) {
      for (const field of type.fields.values()) {
        if (!field.isExternal || !isChanged(field)) continue;
        const message = 'is @external and has other directives, which are its owner’s to give.';
        yield { member, path: `${type.name}.${field.name}`, message };
      }
    }
  }
}
