import { defineLoaderByGrant, type LoaderByGrant } from '@birlik/trust/grant-loader';
import { rowsBy } from '@birlik/kernel/rows';
import type { RequestContext } from '@birlik/trust/context';
import { MentorProfileEntity } from '../mentoring/mentor-profile.entity.js';
import { AlumnusEntity } from './alumnus.entity.js';

/** A person's studies abroad, and the mentoring if the person mentors. */
export type AlumniRecord = AlumnusEntity & { readonly mentor: MentorProfileEntity | null };

const studies = rowsBy(AlumnusEntity, 'volunteerId', {
  orderBy: [{ graduationYear: 'asc nulls last' }, { id: 'asc' }],
});
const mentoring = rowsBy(MentorProfileEntity, 'volunteerId');

/**
 * The record of each person as far as the entity manager may see it; null for a person without one. A person in several
 * associations counts with the study that ends last.
 */
export async function findAlumniRecords(
  em: RequestContext['em'],
  volunteerIds: readonly string[],
): Promise<(AlumniRecord | null)[]> {
  const [alumni, mentors] = await Promise.all([studies(em, volunteerIds), mentoring(em, volunteerIds)]);
  return alumni.map((rows, index) => {
    const latest = rows.at(-1);
    return latest ? { ...latest, mentor: mentors[index]?.at(-1) ?? null } : null;
  });
}

/** A person's record that the grant opens; null if there is none. */
export const alumniRecordByGrant: LoaderByGrant<AlumniRecord | null> = defineLoaderByGrant((grants, context) =>
  findAlumniRecords(
    context.granted(grants),
    grants.map((grant) => grant.sub),
  ),
);
