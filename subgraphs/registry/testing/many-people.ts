import type { Pool } from 'pg';

const members = 30;

/** The id of the invented organisation of that number. */
export const organizationId = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** The office. */
export const officeId = organizationId(0);
/** Has a tie to everybody, as many that ended a year ago or today, and two consents of every second person. */
export const largeMember = organizationId(1);
/** Knows of people by consents alone, of every third person. */
export const consentedMember = organizationId(2);
/** Knows of those alone who consented to every accredited member: every twentieth person. */
export const plainMember = organizationId(3);

/**
 * Fills a migrated, empty registry with so many invented people, by statements over all of them; their consents are for the
 * purpose `recruitment`.
 */
export async function loadPeople(owner: Pick<Pool, 'query'>, people: number): Promise<void> {
  const consents = (recipient: string | null, every: number) =>
    owner.query(
      `insert into consent (id, volunteer_id, recipient_organization_id, purpose, category, given_at)
       select uuidv7(), id, $1::uuid, 'recruitment', category, now()
         from volunteer, unnest('{contact,study}'::text[]) category where given_name::integer % $2 = 0`,
      [recipient, every],
    );
  await owner.query(`insert into country (code, name) values ('AZ', '{"az": "Azərbaycan"}')`);
  await owner.query(
    `insert into organization (id, kind, name, country_code, accredited_at, officers_listed)
     select ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid,
            case number when 0 then 'registry' else 'university' end, jsonb_build_object('az', 'Təşkilat ' || number), 'AZ',
            '1970-01-01', false
       from generate_series(0, $1::integer) number`,
    [members],
  );
  await owner.query(
    `insert into volunteer (id, organization_id, given_name, family_name, registered_at)
     select uuidv7(), $1, number::text, 'Könüllü', now() from generate_series(1, $2::integer) number`,
    [officeId, people],
  );
  await owner.query(
    `insert into affiliation (id, organization_id, volunteer_id, role, since, until)
     select uuidv7(), $1, id, 'student', current_date - 900, until
       from volunteer, unnest(array[null, current_date - 365, current_date]) until`,
    [largeMember],
  );
  await consents(largeMember, 2);
  await consents(consentedMember, 3);
  await consents(null, 20);
  await owner.query('vacuum analyze');
}
