import type { RequestContext } from '@birlik/trust/context';
import { defineLoader, indexByKey } from '@birlik/kernel/loader';
import { idList } from '../person-link/run-as-office.service.js';
import type { PersonValues } from '@birlik/linkage/person-values';
import { runStatement } from '@birlik/kernel/statement';

/** The newest version of a record as the office reads it. */
export interface LinkageRecordRow extends PersonValues {
  readonly id: string;
  readonly organizationId: string;
  readonly version: number;
  readonly personId: string;
}

/** Null for a record that there is not, and for everyone but the office. */
export const linkageRecordById = defineLoader<string, LinkageRecordRow | null, RequestContext>(async (ids, { em }) => {
  const rows = await runStatement<LinkageRecordRow>(
    em,
    `select record.id, record.organization_id as "organizationId", record.version, link.person_id as "personId",
            source.given_name as "givenName", source.family_name as "familyName", source.patronymic,
            source.birth_date::text as "birthDate", source.phone, source.email
       from register_record record
       join source_record source on source.record_id = record.id and source.version = record.version
       join person_link link on link.record_id = record.id and link.valid_to is null
      where record.id = any(?::uuid[])`,
    [idList(ids)],
  );
  return indexByKey(ids, rows, ({ id }) => id);
});
