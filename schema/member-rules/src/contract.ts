/** The scalar by which the office hands its decisions to the owners. */
export const grantScalar = 'Grant';

/** The scalar by which a member tells the office that two people have to do with each other. */
export const relationScalar = 'Relation';

/** On a field of the type of grants: the member for whose category the decision is, as in `grant-of/university`. */
export const grantTag = 'grant-of/';

/** On the field that says whether a viewer may act; the office's alone. */
export const statusTag = 'authorization-status';

/** On an id that everybody may know. */
export const publicTag = 'public';

/** On a text that has an id in it. */
export const pairwiseTag = 'pairwise';

/** Everything that all members hold of a person, to which each of them adds a section. */
export const exportType = 'DataExport';

/** What a member gives of a person in an export. */
export const exportSection = 'PersonalSection';

/** Types that the framework makes for every member, the same everywhere. Nothing of them is anybody's. */
export const commonTypes: ReadonlySet<string> = new Set([
  'ConflictProblem',
  'FigurePrecision',
  'GuardianAnswer',
  'GuardianReason',
  'InvalidInputProblem',
  'NotFoundProblem',
  'PageInfo',
  exportSection,
  'PersonalTableExport',
  'Problem',
  'ReleasedStatistic',
  'ReportedFigure',
  'RepresentativeRequiredProblem',
  'Source',
]);

/**
 * The scalars of the contract. In a scalar the gateway finds no ids, so a new one is a change of the contract and is looked
 * at as one.
 */
export const scalars: ReadonlySet<string> = new Set([
  'CountryCode',
  'Date',
  'DateTime',
  grantScalar,
  'PersonalRow',
  relationScalar,
  'ReleasedCount',
]);

/**
 * The types of an export, which hold whole rows in which ids stand, and the only type in which each may stand: nobody but the
 * person reaches the outermost.
 */
export const exportParts: ReadonlyMap<string, string> = new Map([
  ['PersonalRow', 'PersonalTableExport'],
  ['PersonalTableExport', exportSection],
  [exportSection, exportType],
]);

/** The scalars of GraphQL itself, which nobody declares. */
export const builtInScalars: ReadonlySet<string> = new Set(['Boolean', 'Float', 'ID', 'Int', 'String']);

/** The names of the operations by which a member erases, made from the member's name. */
export function erasureFields(member: string): { readonly mutation: string; readonly query: string } {
  const name = member.replaceAll(/(^|[-_])(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase());
  return { mutation: `eraseAt${name}`, query: `erasuresAt${name}` };
}
