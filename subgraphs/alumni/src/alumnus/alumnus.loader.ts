import { defineLoaderByGrant, type LoaderByGrant } from '@birlik/trust/grant-loader';
import { indexByKey } from '@birlik/kernel/loader';
import type { EntityManager } from '@mikro-orm/core';
import { MentorProfileEntity } from '../mentoring/mentor-profile.entity.js';
import { AlumnusEntity } from './alumnus.entity.js';

/** A person's studies abroad, and the mentoring if the person mentors. */
export type AlumniRecord = AlumnusEntity & { readonly mentor: MentorProfileEntity | null };

/**
 * The records of people as far as the entity manager may see them. A person in several associations counts with the
 * study that ends last.
 */
export async function findAlumniRecords(em: EntityManager, volunteerIds: readonly string[]): Promise<AlumniRecord[]> {
  const volunteerId = { $in: [...volunteerIds] };
  const orderBy = [{ graduationYear: 'asc nulls last' }, { id: 'asc' }] as const;
  const alumni = await em.find(AlumnusEntity, { volunteerId }, { orderBy: [...orderBy] });
  const mentors = await em.find(MentorProfileEntity, { volunteerId });
  const latest = new Map(alumni.map((row) => [row.volunteerId, row]));
  const mentorByPerson = new Map(mentors.map((row) => [row.volunteerId, row]));
  return [...latest.values()].map((row) => Object.assign(row, { mentor: mentorByPerson.get(row.volunteerId) ?? null }));
}

/** A person's record that the grant opens; null if there is none. */
export const alumniRecordByGrant: LoaderByGrant<AlumniRecord | null> = defineLoaderByGrant(async (grants, context) => {
  const people = grants.map((grant) => grant.sub);
  const records = await findAlumniRecords(context.granted(grants), people);
  return indexByKey(
    grants,
    records,
    (record) => record.volunteerId,
    (grant) => grant.sub,
  );
});
