import { grantBases, type GrantBasis } from '@birlik/trust/grant';

/** What shows a person, or is done with records of one, beside the grants: a search card, and linkage and its office. */
const otherBases = ['card', 'linked', 'in_review', 'compared', 'office_review'] as const;

/** On what a row of the log rests that tells of no refusal. */
export type LoggedBasis = GrantBasis | (typeof otherBases)[number];

/** The same by its names in the graph. */
export const loggedBases = Object.fromEntries(
  [...grantBases, ...otherBases].map((basis) => [basis.toUpperCase(), basis]),
) as { [Basis in LoggedBasis as Uppercase<Basis>]: Basis };
