import { newId } from '@birlik/kernel/identifier';
import { describe, expect, test } from 'vitest';
import { volunteerViewer, type TestMember, type Viewer } from './member.js';

/** The fields that a member adds to a person and opens with one grant, and what the demo data has in them. */
export interface PersonalFields {
  /** The running member; called inside tests only. */
  readonly member: () => TestMember;
  readonly grantField: string;
  /** All fields that the grant opens. Everyone in `people` has something in the first. */
  readonly fields: readonly [string, ...string[]];
  /** A selection with `id` and all of the fields. */
  readonly selection: string;
  /** Who asks: neither a person of the demo data nor the owner of the rows. */
  readonly viewer: Viewer;
  readonly language?: string;
  readonly person: string;
  /** Somebody else, whose grant must not open the person's fields. */
  readonly otherPerson: string;
  /** What the person's fields match with a grant for all tenants. */
  readonly expected: object;
  /** Exactly what the person's fields are with a grant that names a tenant without rows. */
  readonly empty: Readonly<Record<string, unknown>>;
  /** By the id of a tenant, what the person's fields match with a grant that names that tenant alone. */
  readonly byTenant: Readonly<Record<string, object>>;
  /** The ids of 50 people. */
  readonly people: readonly string[];
}

function read<Person>(subject: PersonalFields, grants: ReadonlyMap<string, string | null>): Promise<(Person | null)[]> {
  const { member, grantField, selection, viewer, language } = subject;
  const representations = [...grants].map(([id, grant]) => ({ __typename: 'Volunteer', id, [grantField]: grant }));
  return member().entities<Person>(representations, selection, {
    as: viewer,
    ...(language === undefined ? {} : { language }),
  });
}

/** One person as the viewer sees them with a grant for all tenants. */
export async function readPerson<Person>(subject: PersonalFields, id: string): Promise<Person> {
  const grant = subject.member().grant({ person: id, viewer: subject.viewer });
  const [person] = await read<Person>(subject, new Map([[id, grant]]));
  if (!person) throw new Error('Every id gives a person.');
  return person;
}

/** What every field behind a grant keeps to, in every member. */
export function describePersonalFields(subject: PersonalFields): void {
  const { fields, viewer, person } = subject;
  const closed = { id: person, ...Object.fromEntries(fields.map((field) => [field, null])) };
  const grant = (change: Partial<Parameters<TestMember['grant']>[0]> = {}) =>
    subject.member().grant({ person, viewer, ...change });
  const readWith = async (token: string | null) => (await read(subject, new Map([[person, token]])))[0];

  describe(`Volunteer.${fields.join(' and Volunteer.')}`, () => {
    test('shows nothing without a grant', async () => {
      expect(await readWith(null)).toEqual(closed);
    });

    test('shows what the member holds with a grant for this person, viewer and member', async () => {
      expect(await readWith(grant())).toMatchObject({ id: person, ...subject.expected });
    });

    test.for([
      ['of another person', () => grant({ person: subject.otherPerson })],
      ['of another viewer', () => grant({ viewer: volunteerViewer(newId()) })],
      [
        'of a viewer whom another issuer calls the same',
        () => grant({ viewer: { ...viewer, issuer: 'https://other.test' } }),
      ],
      ['for another member', () => grant({ audience: 'another-member' })],
      ['of a forger', () => `${grant().slice(0, -8)}AAAAAAAA`],
    ] as const)('shows nothing with a grant %s', async ([, refused]) => {
      expect(await readWith(refused())).toEqual(closed);
    });

    test('shows the rows of those tenants only that the grant names', async () => {
      const foreign = await readWith(grant({ basis: 'owner', tenants: [newId()] }));
      expect(foreign).toEqual({ id: person, ...subject.empty });
      expect(Object.keys(subject.byTenant)).not.toEqual([]);
      for (const [tenant, expected] of Object.entries(subject.byTenant)) {
        expect(await readWith(grant({ basis: 'owner', tenants: [tenant] }))).toMatchObject(expected);
      }
    });

    test('shows by each of two grants for one person what that one opens, in one request', async () => {
      const tokens = [grant(), grant({ basis: 'owner', tenants: [newId()] })];
      const { member, grantField, selection, language } = subject;
      const seen = await member().entities(
        tokens.map((token) => ({ __typename: 'Volunteer', id: person, [grantField]: token })),
        selection,
        { as: viewer, ...(language === undefined ? {} : { language }) },
      );
      expect(seen[0]).toMatchObject({ id: person, ...subject.expected });
      expect(seen[1]).toEqual({ id: person, ...subject.empty });
    });

    test('costs the same number of statements for 50 people as for 5', async () => {
      expect(new Set(subject.people).size).toBe(50);
      const grants = subject.people.map((id) => [id, grant({ person: id })] as const);
      await read(subject, new Map(grants.slice(0, 5)));
      const few = subject.member().statements();
      const found = await read<Record<string, unknown>>(subject, new Map(grants));
      expect(few).toBeGreaterThan(0);
      expect(subject.member().statements()).toBe(few);
      expect(found).toHaveLength(50);
      for (const one of found) expect(one?.[fields[0]]).not.toEqual(subject.empty[fields[0]]);
    });
  });
}
