const imports =
  '["@key", "@requires", "@external", "@shareable", "@inaccessible", "@tag", "@provides", "@override", "@interfaceObject"]';
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ${imports})\n`;

/** What each member has from the framework: its part of an export, and the operations of an erasure. */
const framework = (name: string, field: string, grant: string) => `
  type Query { erasuresAt${name}(after: Int): ErasuresAt${name} }
  type ErasuresAt${name} { orders: [String!]! state: String! }
  type Mutation { eraseAt${name}(orders: [String!]!): [String] }
  type DataExport @key(fields: "id") {
    id: ID! @inaccessible
    ${grant}: Grant @external
    ${field}: PersonalSection @requires(fields: "${grant}")
  }`;

const common = `
  scalar Date
  scalar Grant @inaccessible
  scalar Relation @inaccessible
  scalar PersonalRow
  type PageInfo @shareable { endCursor: String @tag(name: "pairwise") hasNextPage: Boolean! }
  type PersonalSection @shareable { tables: [PersonalTableExport!]! }
  type PersonalTableExport @shareable { name: String! rows: [PersonalRow!]! }`;

const grants = `
    studyGrant: Grant @inaccessible @tag(name: "grant-of/university")
    healthGrant: Grant @inaccessible @tag(name: "grant-of/guest")`;

const registry = `${link}${common}
  scalar CountryCode
  type ViewerIdentity {
    volunteerId: ID
    organizationId: ID @tag(name: "public")
    roles: [String!]!
    mayAct: Boolean!
  }
  type Query {
    me: Volunteer
    viewerIdentity: ViewerIdentity @tag(name: "authorization-status")
    volunteer(id: ID!): Volunteer
    organizations: [Organization!]
    export: DataExport
  }
  type Mutation { giveConsent(input: GiveConsentInput!): Consent }
  input GiveConsentInput { organizationId: ID! @tag(name: "public") until: Date }
  enum Basis { CONSENT OWNER }
  type Consent { id: ID! basis: Basis until: Date }
  type Contact { email: String phone: String country: Country }
  type Country @key(fields: "code") { code: CountryCode! name: String }
  type Organization @key(fields: "id") { id: ID! @tag(name: "public") name: String officers: [Officer!] }
  type Officer { id: ID! name: String }
  interface Kept @key(fields: "id") { id: ID! }
  type Affiliation implements Kept @key(fields: "id") { id: ID! since: Date }
  type Volunteer @key(fields: "id") @tag(name: "unshared") {
    id: ID!
    name: String
    contact: Contact
    consents: [Consent!]
    affiliations: [Affiliation!]${grants}
  }
  type RelatedPerson @key(fields: "statement") { statement: Relation! @inaccessible name: String channel: String }
  type DataExport @key(fields: "id") @tag(name: "unshared") {
    id: ID! @inaccessible${grants}
  }`;

const university = `${link}${common}${framework('University', 'university', 'studyGrant')}
  extend type Query { programmes: [Programme!] students: [Volunteer!] }
  extend type Mutation { nominate(id: ID!): Nomination }
  type Programme @key(fields: "id") { id: ID! @tag(name: "public") title: String }
  type Organization @key(fields: "id") { id: ID! @tag(name: "public") programmes: [Programme!] }
  type Enrolment { id: ID! number: Int programme: Programme tutor: Volunteer }
  type Nomination { volunteer: Volunteer on: Date counterpart: RelatedPerson }
  type RelatedPerson @key(fields: "statement") { statement: Relation! @inaccessible }
  type Volunteer @key(fields: "id") {
    id: ID!
    studyGrant: Grant @external
    enrolments: [Enrolment!] @requires(fields: "studyGrant")
  }`;

/** The parts of the guest's SDL, so that a hostile one can leave some out. */
export const guestParts = {
  link,
  common,
  framework: framework('Guest', 'guest', 'healthGrant'),
  record: `
  type Record { id: ID! on: Date }
  type Volunteer @key(fields: "id") {
    id: ID!
    healthGrant: Grant @external
    healthRecords: [Record!] @requires(fields: "healthGrant")
  }`,
} as const;

/** Three members that take nothing of each other, by name: the office, a university, and a guest who joins them. */
export const honestMembers: ReadonlyMap<string, string> = new Map([
  ['registry', registry],
  ['university', university],
  ['guest', Object.values(guestParts).join('\n')],
]);

/** The honest members, of which one has a text replaced. Throws when that is not there. */
export function withReplaced(member: string, text: string | RegExp, by: string): ReadonlyMap<string, string> {
  const sdl = honestMembers.get(member) ?? '';
  const next = sdl.replaceAll(text, by);
  if (next === sdl) throw new Error(`"${member}" has no ${text}.`);
  return new Map([...honestMembers, [member, next]]);
}
