import { grantBases, type GrantBasis } from '@birlik/trust/grant';

/** What linkage and its office do with records of a person, beside the grants. */
const linkageBases = ['linked', 'in_review', 'compared', 'office_review'] as const;

/** On what a row of the log rests that tells of no refusal. */
export type LoggedBasis = GrantBasis | (typeof linkageBases)[number];

/** The same by its names in the graph. */
export const loggedBases = Object.fromEntries(
  [...grantBases, ...linkageBases].map((basis) => [basis.toUpperCase(), basis]),
) as { [Basis in LoggedBasis as Uppercase<Basis>]: Basis };
