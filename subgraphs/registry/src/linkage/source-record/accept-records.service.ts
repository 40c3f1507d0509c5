import { hash } from 'node:crypto';
import type { Database } from '../person-link/run-as-office.service.js';
import { personBlockingKeys } from '@birlik/linkage/person-blocking-keys';
import { normalizedValues, type PersonValues } from '@birlik/linkage/person-values';
import { runStatement } from '@birlik/kernel/statement';
import { takeFromDay } from './submission-limit.service.js';

/** A record as its organisation submits it. */
export interface IncomingRecord extends PersonValues {
  /** The id that the organisation's own register gives it. */
  readonly localKey: string;
  /** What is stored of the national number; none where it is not known. */
  readonly nationalNumberHashes: readonly string[];
}

/** On whose behalf and for what records come in. */
export interface Submission {
  readonly organizationId: string;
  readonly submittedBy: string;
  readonly purpose: string;
  readonly operationId: string;
  readonly request: string;
  /** How many new versions of records the organisation may submit on one day. */
  readonly mostOfDay: number;
  readonly records: readonly IncomingRecord[];
}

/**
 * Writes records into the organisation's register, a new version for each that is new or has changed, in one transaction.
 * What is equal to the newest version is left alone. Nothing is compared here: whom they are, the job finds out, so that
 * neither this nor how long it takes depends on anybody else.
 *
 * @param em acts for the organisation
 * @throws DomainError LIMIT_REACHED, with nothing written
 */
export async function acceptRecords(em: Database, submission: Submission): Promise<void> {
  const { organizationId, submittedBy, purpose, operationId, request, mostOfDay } = submission;
  const rows = submission.records.map(storedRow);
  await em.transactional(async (transaction) => {
    const known = await runStatement<{ localKey: string; digest: string }>(
      transaction,
      `select local_key as "localKey", encode(digest, 'hex') as digest
         from register_record where organization_id = ?::uuid and local_key in (select jsonb_array_elements_text(?::jsonb))`,
      [organizationId, JSON.stringify(rows.map(({ localKey }) => localKey))],
    );
    const digests = new Map(known.map(({ localKey, digest }) => [localKey, digest]));
    const news = rows.filter(({ localKey, digest }) => digests.get(localKey) !== digest);
    if (news.length === 0) return;
    await takeFromDay(transaction, { organizationId, count: news.length, most: mostOfDay });
    await runStatement(
      transaction,
      `with incoming as (
         select * from jsonb_to_recordset(?::jsonb) as record ("localKey" text, digest text, "givenName" text,
           "familyName" text, patronymic text, "birthDate" date, phone text, email text, "values" text[],
           "blockingKeys" bigint[], "nationalNumberHashes" text[])
       ), written as (
         insert into register_record as known (id, organization_id, local_key, version, digest)
         select uuidv7(), ?::uuid, "localKey", 1, decode(digest, 'hex') from incoming order by "localKey"
         on conflict (organization_id, local_key) do update
            set version = known.version + 1, digest = excluded.digest
          where known.digest <> excluded.digest
         returning id, organization_id, local_key, version
       ), kept as (
         insert into source_record (record_id, version, organization_id, given_name, family_name, patronymic, birth_date,
           phone, email, national_number_hashes, submitted_by, purpose, operation_id, request)
         select written.id, written.version, written.organization_id, "givenName", "familyName", patronymic, "birthDate",
                phone, email, "nationalNumberHashes", ?, ?, ?::uuid, ?
           from written join incoming on incoming."localKey" = written.local_key
         returning id, record_id
       )
       insert into unresolved_submission (id, record_id, organization_id, texts, keys, national_number_hashes)
       select kept.id, kept.record_id, written.organization_id, "values", "blockingKeys", "nationalNumberHashes"
         from kept
         join written on written.id = kept.record_id
         join incoming on incoming."localKey" = written.local_key`,
      [JSON.stringify(news), organizationId, submittedBy, purpose, operationId, request],
    );
  });
}

/** A record with everything that is computed from it. */
export function storedRow(record: IncomingRecord) {
  const values = normalizedValues(record);
  const { givenName, familyName, patronymic, birthDate, phone, email, nationalNumberHashes } = record;
  const written = [givenName, familyName, patronymic, birthDate, phone, email, nationalNumberHashes];
  return {
    ...record,
    digest: hash('sha256', JSON.stringify(written)),
    values,
    blockingKeys: personBlockingKeys(values, nationalNumberHashes),
  };
}
