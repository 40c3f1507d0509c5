import { guestParts, withReplaced } from './honest-members.js';
import { guest, guestOf, replaced, type HostileSchema } from './hostile-schema.js';
import { hostileTakings } from './hostile-takings.js';

/** Every kind of hostile schema by the name of the rule that refuses it, each in several disguises. */
export const hostileSchemas: Readonly<Record<string, readonly HostileSchema[]>> = {
  ...hostileTakings,
  GRANT_DECLARED: [
    guest('of a person', 'extend type Volunteer { nurseGrant: Grant @inaccessible }'),
    guest('a list, in a record', 'extend type Record { all: [Grant!] @inaccessible }'),
    guest(
      'behind an interface',
      'interface Granted { nurseGrant: Grant @inaccessible on: Date } extend type Record implements Granted { nurseGrant: Grant @inaccessible }',
    ),
    guest('as an argument', 'extend type Record { read(grant: Grant @inaccessible): String }'),
  ],
  GRANT_EXPOSED: [
    replaced('a field', 'registry', 'studyGrant: Grant @inaccessible', 'studyGrant: Grant'),
    replaced('all', 'registry', 'Grant @inaccessible', 'Grant'),
    guest('the statement of a relation', 'extend type Record { relation: Relation }'),
  ],
  TAG_SPOOFED: [
    guest('whose a decision is', 'extend type Record { on2: Date @tag(name: "grant-of/guest") }', 'GRANT_DECLARED'),
    guest('who may act', 'extend type Query { mayAlwaysAct: Boolean @tag(name: "authorization-status") }'),
    replaced('no owner', 'registry', ' @tag(name: "grant-of/university")', ''),
    {
      disguise: 'no tag at all',
      members: withReplaced('registry', / @tag\(name: "(grant-of\/\w+|authorization-status)"\)/g, ''),
    },
  ],
  EXTERNAL_CHANGED: [
    guest(
      'a whole type hidden',
      'scalar CountryCode type Country @key(fields: "code") @inaccessible { code: CountryCode! }',
    ),
    replaced(
      'a second owner of a decision',
      'guest',
      'healthGrant: Grant @external',
      'healthGrant: Grant @external @tag(name: "grant-of/university")',
    ),
    guest(
      'hidden',
      'extend type Volunteer { name: String @external @inaccessible risk: Int @requires(fields: "healthGrant name") }',
    ),
    guest(
      'hidden, by way of something public',
      `scalar CountryCode type Country @key(fields: "code") { code: CountryCode! name: String @external @inaccessible size: Int @requires(fields: "name") }`,
    ),
  ],
  PERSONAL_WITHOUT_GRANT: [
    guest('a number', 'extend type Volunteer { score: Int }'),
    guest('with a need of something else', 'extend type Volunteer { score: Int @requires(fields: "id") }'),
    guest('in the export', 'extend type DataExport { score: Int }'),
    guest('by rows, as in an export', 'extend type Volunteer { rows: PersonalSection }'),
    guestOf('a section of the export without its decision', {
      framework: guestParts.framework
        .replace('healthGrant: Grant @external\n', '')
        .replace('PersonalSection @requires(fields: "healthGrant")', 'PersonalSection'),
    }),
  ],
  EXPORT_MISSING: [
    guestOf('a category', { framework: guestParts.framework.replace(/type DataExport[^}]*}/, '') }),
    guestOf('a person in a record', {
      framework: guestParts.framework.replace(/type DataExport[^}]*}/, ''),
      record:
        'type Record { of: Volunteer } extend type Query { records: [Record!] } type Volunteer @key(fields: "id", resolvable: false) { id: ID! }',
    }),
  ],
  ERASURE_MISSING: [
    guestOf('records without a word of persons', {
      framework: guestParts.framework.replace(/type Mutation[^}]*}/, ''),
      record: 'type Record { id: ID! on: Date } extend type Query { records: [Record!] }',
    }),
    guestOf('a category', { framework: guestParts.framework.replace(/type Mutation[^}]*}/, '') }),
    guestOf('under another name', { framework: guestParts.framework.replace('eraseAtGuest', 'eraseAtVisitor') }),
    guestOf('no state of it', { framework: guestParts.framework.replace('erasuresAtGuest', 'erasuresAtVisitor') }),
  ],
  ID_TYPE: [
    guest('a text', 'extend type Record { volunteerId: String }'),
    guest('a number, in other letters', 'extend type Record { person_id: Int mentorID: Int }'),
    guest('a list of lists', 'extend type Record { seenByIds: [[String!]!] }'),
    guest('in an input', 'extend type Query { find(by: Finder): [Record!] } input Finder { personUuid: String }'),
    guest('under another word', 'extend type Record { volunteerRef: String patientIdentifier: String }'),
    guest('people as texts', 'extend type Query { volunteers: [String!] }'),
    guest('a person as a text or a number', 'extend type Record { mentor: String person: Int uid: String }'),
    guest('in an address', 'extend type Record { profileUrl: String }'),
  ],
  CURSOR_UNTAGGED: [
    guest('in a page', 'extend type Record { nextCursor: String }'),
    guest('as an argument', 'extend type Query { found(after: String): [Record!] }'),
  ],
  ID_MADE_PUBLIC: [
    guest('in a record', 'extend type Record { volunteerId: ID @tag(name: "public") }'),
    guest('as an argument', 'extend type Query { find(id: ID! @tag(name: "public")): Volunteer }'),
    replaced(
      'of persons themselves',
      'guest',
      'id: ID!\n    healthGrant',
      'id: ID! @tag(name: "public")\n    healthGrant',
    ),
  ],
  SCALAR_UNLISTED: [
    guest('of anything', 'scalar JSON extend type Record { more: JSON }'),
    guest('like an id', 'scalar Identifier extend type Record { subject: Identifier }'),
    guest('rows outside of the export', 'extend type Record { rows: [PersonalRow!] }'),
    guest('a section outside of the export', 'extend type Query { everything: PersonalSection }'),
    guest('by the name of a type of GraphQL', 'scalar ID', null),
  ],
  DIRECTIVE_UNKNOWN: [
    guestOf('of its own, for all', {
      link: `${guestParts.link.replace('["@key"', '["@composeDirective", "@key"')}
        extend schema @link(url: "https://example.org/mark/v1.0", import: ["@mark"]) @composeDirective(name: "@mark")
        directive @mark on FIELD_DEFINITION`,
      more: 'extend type Record { marked: Int @mark }',
    }),
    {
      ...guestOf('with the purpose of security', {
        link: `${guestParts.link} extend schema @link(url: "https://example.org/shield/v1.0", for: SECURITY)`,
      }),
      seenAs: null,
    },
    {
      ...guestOf('of federation 1', { link: '', common: guestParts.common.replaceAll(' @shareable', '') }),
      seenAs: null,
    },
  ],
  DIRECTIVE_RENAMED: [
    {
      ...guestOf('of a need', {
        link: guestParts.link.replace('"@requires"', '{ name: "@requires", as: "@wants" }'),
        framework: guestParts.framework.replaceAll('@requires', '@wants'),
        record: guestParts.record.replaceAll('@requires', '@wants'),
        more: 'extend type Volunteer { name: String @external risk: Int @wants(fields: "healthGrant name") }',
      }),
      seenAs: 'REQUIRES_TAKEN',
    },
    {
      ...guestOf('the whole specification', {
        link: guestParts.link.replace(' "@provides",', '').replace('import:', 'as: "fed", import:'),
        more: `extend type Query { found: Volunteer @fed__provides(fields: "name") }
          extend type Volunteer { name: String @external }`,
      }),
      seenAs: 'PROVIDES_TAKEN',
    },
  ],
  SECURITY_UNENFORCED: [
    guestOf('a context', {
      link: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.8", import: ["@key", "@requires", "@external", "@shareable", "@inaccessible", "@tag", "@context", "@fromContext"])`,
      record: guestParts.record
        .replace('@key(fields: "id") {', '@key(fields: "id") @context(name: "who") {')
        .replace(
          'type Record { id: ID!',
          'type Record @key(fields: "id") { id: ID! told(name: ID! @fromContext(field: "$who { id }")): Int',
        ),
    }),
    guestOf('a guard that lets everybody through', {
      link: guestParts.link.replace('v2.5', 'v2.6').replace('["@key"', '["@policy", "@key"'),
      more: 'extend type Record { guarded: Int @policy(policies: [[]]) }',
    }),
  ],
  NAME_RESERVED: [
    guest('a type', 'extend type Record { hidden: guest__Hidden } type guest__Hidden { volunteerId: String }'),
    guest(
      'by the name of federation’s own',
      'extend type Record { hidden: join__Hidden } type join__Hidden { person: Int }',
    ),
  ],
  MUTATION_SHOWS_PERSON: [
    guest('a person', 'extend type Mutation { find(word: String): Volunteer }'),
    guest(
      'many',
      'extend type Mutation { findAll: Found } type Found { all: [FoundOne!] } type FoundOne { of: Volunteer }',
    ),
    guest(
      'behind an interface',
      'extend type Mutation { findOne: Found } interface Found { id: ID! } extend type Volunteer implements Found { nickname: String @requires(fields: "healthGrant") }',
    ),
    guest('one of several', 'extend type Mutation { findOne: Found } union Found = Record | Volunteer'),
  ],
  SUBSCRIPTION_SHOWS_PERSON: [
    guest('a person', 'type Subscription { arrived: Volunteer }'),
    guest('in a record', 'type Subscription { arrived: Arrival } type Arrival { who: Volunteer }'),
  ],
};
