import { defineGrantLoader, type GrantLoader } from '@birlik/trust/grant-loader';
import { ServiceEntryEntity } from './service-entry.entity.js';

/** SQL that is true of the entries that count: those that no later entry corrects. */
export function counts(alias: string): string {
  return `not exists (select from service_entry later
    where later.corrects_id = ${alias}.id and later.volunteer_id = ${alias}.volunteer_id)`;
}

/** A person's newest 20 entries that count and that the grant opens, newest first. */
export const entriesByGrant: GrantLoader<ServiceEntryEntity> = defineGrantLoader(ServiceEntryEntity, {
  orderBy: [{ workedOn: 'desc' }, { id: 'desc' }],
  most: 20,
  where: counts('one'),
});
