import { newId } from '@birlik/kernel/identifier';
import type { TestMember } from '@birlik/test/testkit/member';

interface PeopleAbroad {
  /** Who they are; `count` new people if unset. */
  readonly ids?: readonly string[];
  readonly count?: number;
  readonly countryCode: string;
  readonly city?: string;
  readonly university?: string;
  readonly returned?: boolean;
}

/** People of one association who study in a country. @returns their ids */
export async function peopleAbroad(owner: TestMember['owner'], people: PeopleAbroad): Promise<readonly string[]> {
  const { count = 0, countryCode, city = null, university = 'University', returned = false } = people;
  const ids = people.ids ?? Array.from({ length: count }, () => newId());
  await owner.query(
    `insert into alumnus (id, organization_id, volunteer_id, country_code, university, level, field_code, graduation_year, returned, last_confirmed_on, city)
     select uuidv7(), $1, person, $3, $4, 'master', '06', null, $5, app_today() - 10, $6 from unnest($2::uuid[]) person`,
    [newId(), ids, countryCode, university, returned, city],
  );
  return ids;
}
