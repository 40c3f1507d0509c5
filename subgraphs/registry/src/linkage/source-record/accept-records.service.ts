import { hash } from 'node:crypto';
import { type Database, runAsOffice, linkageLock } from '../person-link/run-as-office.service.js';
import { personBlockingKeys } from '@birlik/linkage/person-blocking-keys';
import { normalizedValues, type PersonValues } from '@birlik/linkage/person-values';
import { runStatement } from '@birlik/kernel/statement';
import { resolveRecords } from '../person-link/resolve-records.service.js';

/** A record as its organisation submits it. */
export interface IncomingRecord extends PersonValues {
  /** The id that the organisation's own register gives it. */
  readonly localKey: string;
  /** What is stored of the national number; none where it is not known. */
  readonly nationalNumberHashes: readonly string[];
}

/**
 * Writes records into the organisation's register, a new version for each that is new or has changed, and finds out
 * whom they are, all in one transaction. What is equal to the newest version is left alone.
 *
 * @param em acts for the organisation
 */
export async function acceptRecords(
  em: Database,
  submission: {
    readonly organizationId: string;
    readonly submittedBy: string;
    readonly records: readonly IncomingRecord[];
  },
): Promise<void> {
  const { organizationId, submittedBy } = submission;
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
    // A person has the id of the oldest record. So ids are made by the database's clock, and only when nobody else links:
    // whoever is linked first is the oldest.
    const changed = await runStatement<{ id: string }>(
      transaction,
      `with incoming as (
         select * from jsonb_to_recordset(?::jsonb) as record ("localKey" text, digest text, "givenName" text,
           "familyName" text, patronymic text, "birthDate" date, phone text, email text, "values" text[],
           "blockingKeys" bigint[], "nationalNumberHashes" text[])
       ), written as (
         insert into register_record as known (id, organization_id, local_key, version, digest, texts, keys,
           national_number_hashes)
         select uuidv7(), ?::uuid, "localKey", 1, decode(digest, 'hex'), "values", "blockingKeys", "nationalNumberHashes"
           from incoming, (select ${linkageLock}) alone
         on conflict (organization_id, local_key) do update
            set version = known.version + 1, digest = excluded.digest, texts = excluded.texts, keys = excluded.keys,
                national_number_hashes = excluded.national_number_hashes
          where known.digest <> excluded.digest
         returning id, local_key, version
       )
       insert into source_record (record_id, version, organization_id, given_name, family_name, patronymic, birth_date,
         phone, email, national_number_hashes, submitted_by)
       select written.id, written.version, ?::uuid, "givenName", "familyName", patronymic, "birthDate", phone, email,
              "nationalNumberHashes", ?
         from written join incoming on incoming."localKey" = written.local_key
       returning record_id as id`,
      [JSON.stringify(news), organizationId, organizationId, submittedBy],
    );
    if (changed.length === 0) return;
    await runAsOffice(transaction);
    await resolveRecords(
      transaction,
      changed.map(({ id }) => id),
      submittedBy,
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
