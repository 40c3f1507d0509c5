import { guestParts } from './honest-members.js';
import { guest, guestOf, type HostileSchema } from './hostile-schema.js';

/** Kinds of hostile schemas that take what is another member's, by the name of the rule that refuses each. */
export const hostileTakings: Readonly<Record<string, readonly HostileSchema[]>> = {
  REQUIRES_TAKEN: [
    guest('a name', 'extend type Volunteer { name: String @external risk: Int @requires(fields: "healthGrant name") }'),
    guest(
      'an address inside of a contact, in a block text',
      `extend type Volunteer { contact: Contact @external risk: Int @requires(fields: """healthGrant, contact { email }""") }
       type Contact { email: String @external }`,
    ),
    guest(
      'the decision on another member’s category',
      'extend type Volunteer { studyGrant: Grant @external risk: Int @requires(fields: "healthGrant studyGrant") }',
    ),
    guest(
      'ids of another member’s records, by the directive’s long name',
      `extend type Volunteer { enrolments: [Enrolment!] @federation__external risk: Int @federation__requires(fields: "healthGrant enrolments { id }") }
       type Enrolment { id: ID! @external }`,
    ),
    guest(
      'the name of whom another member relates',
      `type RelatedPerson @key(fields: "statement") { statement: Relation! @inaccessible name: String @external
        risk: Int @requires(fields: "name") }`,
    ),
    guest(
      'officers, by way of something public',
      `type Organization @key(fields: "id") { id: ID! @tag(name: "public") officers: [Officer!] @external risk: Int @requires(fields: "officers { name }") }
       type Officer { name: String @external }`,
    ),
  ],
  PROVIDES_TAKEN: [
    guest(
      'a name, at a field of an operation',
      'extend type Query { found: Volunteer @provides(fields: "name") } extend type Volunteer { name: String @external }',
    ),
    guest(
      'a name, at a list in a record',
      'extend type Record { seenBy: [Volunteer!] @provides(fields: "name") } extend type Volunteer { name: String @external }',
    ),
    guest(
      'what is public, too',
      `extend type Query { home: Country @provides(fields: "name") } scalar CountryCode
       type Country @key(fields: "code") { code: CountryCode! name: String @external }`,
    ),
  ],
  KEY_TAKEN: [
    guestOf('a name beside the id', {
      record: guestParts.record
        .replace('@key(fields: "id")', '@key(fields: "id") @key(fields: "id name", resolvable: false)')
        .replace('id: ID!\n    healthGrant', 'id: ID!\n    name: String @external\n    healthGrant'),
    }),
    guestOf('an address inside of a contact', {
      record: `${guestParts.record
        .replace('@key(fields: "id")', '@key(fields: "id") @key(fields: "contact { email }")')
        .replace(
          'id: ID!\n    healthGrant',
          'id: ID!\n    contact: Contact @external\n    healthGrant',
        )} type Contact { email: String @external }`,
    }),
    guestOf('a number of its own for each person', {
      record: guestParts.record
        .replace('@key(fields: "id")', '@key(fields: "id") @key(fields: "serial")')
        .replace('id: ID!\n    healthGrant', 'id: ID!\n    serial: Int\n    healthGrant'),
    }),
    guest(
      'relations of others, whose statements it would be told',
      'type RelatedPerson @key(fields: "statement") { statement: Relation! @inaccessible remark: String }',
    ),
    guest(
      'another member’s records, whose ids it would be told',
      'type Affiliation @key(fields: "id") { id: ID! remark: String }',
    ),
    guestOf('the decision', {
      record: guestParts.record.replace('@key(fields: "id")', '@key(fields: "id") @key(fields: "id healthGrant")'),
    }),
  ],
  OVERRIDE_TAKEN: [
    guest('a name', 'extend type Volunteer { name: String @override(from: "registry") }'),
    guest('a field of an operation', 'extend type Query { me: Volunteer @override(from: "registry") }'),
    guest(
      'what is public, of a member that is not the office',
      'type Programme @key(fields: "id") { id: ID! @tag(name: "public") title: String @override(from: "university") }',
    ),
  ],
  FIELD_SHARED: [
    guest('a name', 'extend type Volunteer { name: String @shareable }'),
    guest('a field of an operation', 'extend type Query { me: Volunteer }'),
    guest('a change', 'extend type Mutation { giveConsent(input: ID): Record }'),
    guest(
      'what is public',
      'type Programme @key(fields: "id") { id: ID! @tag(name: "public") title: String @shareable }',
    ),
  ],
  TYPE_REDECLARED: [
    guest('a contact', 'type Contact @shareable { email: String phone: String }'),
    guest('an input without its end', 'input GiveConsentInput { organizationId: ID! @tag(name: "public") }'),
    guest('an enum with one value more', 'enum Basis { CONSENT OWNER ALWAYS }'),
    guest('a person as an interface', 'extend type Query { anybody: Enrolment } interface Enrolment { number: Int }'),
    guestOf('a page that may have no end', { common: guestParts.common.replace('Boolean!', 'Boolean') }),
  ],
  INTERFACE_TAKEN: [
    guest(
      'an object in place of an interface',
      'type Kept @key(fields: "id") @interfaceObject { id: ID! mark: String }',
    ),
    guest(
      'an object in place of an interface, in an extension',
      'extend type Kept @key(fields: "id") @interfaceObject { id: ID! } extend type Kept { mark: Int }',
    ),
    guest(
      'an interface over persons',
      `interface Named { name: String } extend type Query { named: Named @provides(fields: "... on Volunteer { name }") }
       extend type Volunteer implements Named { name: String @external }`,
    ),
  ],
};
