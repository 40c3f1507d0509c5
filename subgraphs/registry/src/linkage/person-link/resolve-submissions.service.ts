import { enqueueAll } from '@birlik/kernel/queue';
import type { RequestContext } from '@birlik/trust/context';
import { runStatement } from '@birlik/kernel/statement';
import { recordOfferJob } from '../../people/own-facts/email-change.service.js';
import { idList, runAsOffice } from './run-as-office.service.js';
import { resolveRecords } from './resolve-records.service.js';

/** Submissions that are resolved in one transaction, so that the office's decisions wait for a few and not for all. */
const mostAtOnce = 200;

interface Taken {
  readonly recordId: string;
  readonly submittedBy: string;
  /** Null where it was not noted. */
  readonly issuer: string | null;
}

/**
 * Finds out of all submissions that wait whom they are, in the order in which they came, version by version: so each of
 * several versions is told to whom it came near. What is resolved and what is logged come into the database together.
 *
 * @param em acts for nobody
 */
export async function resolveSubmissions(em: RequestContext['em']): Promise<void> {
  while (await resolveSome(em.fork()));
}

/** Resolves some of the submissions that wait; gives whether there were any. */
function resolveSome(em: RequestContext['em']): Promise<boolean> {
  return em.transactional(async (transaction) => {
    // The lock is for who has something to link.
    await runStatement(transaction, `select set_config('app.linkage', 'on', true)`);
    const waiting = await runStatement(transaction, 'select from unresolved_submission limit 1');
    if (waiting.length === 0) return false;
    await runAsOffice(transaction);
    const taken = await runStatement<Taken>(
      transaction,
      `with head as (
         select * from unresolved_submission order by id limit ${mostAtOnce}
       ), next as (
         select distinct on (record_id) * from head order by record_id, id
       ), gone as (
         delete from unresolved_submission waiting using next where waiting.id = next.id
       ), compared as (
         insert into comparable_record (id, texts, keys, national_number_hashes)
         select record_id, texts, keys, national_number_hashes from next
         on conflict (id) do update
            set texts = excluded.texts, keys = excluded.keys, national_number_hashes = excluded.national_number_hashes
       )
       select next.record_id as "recordId", source.submitted_by as "submittedBy", source.submitted_by_issuer as issuer
         from next join source_record source using (id) order by next.id`,
    );
    const bySubmitter = Map.groupBy(taken, ({ submittedBy, issuer }) => JSON.stringify([issuer, submittedBy]));
    for (const records of bySubmitter.values()) {
      const { submittedBy = '', issuer } = records[0] ?? {};
      // What is noted of whoever acts is noted with the issuer that names them so.
      await runStatement(transaction, `select set_config('app.issuer', ?, true)`, [issuer ?? '']);
      await resolveRecords(
        transaction,
        records.map(({ recordId }) => recordId),
        submittedBy,
      );
    }
    await offer(transaction, taken);
    return taken.length > 0;
  });
}

/** Has whoever confirmed the address of a record be asked whether it is theirs, by a job, which tells nobody else anything. */
async function offer(em: RequestContext['em'], taken: readonly Taken[]): Promise<void> {
  const changes = await runStatement<{ change: string }>(
    em,
    'select change from follow_record_offers(?::uuid[]) change',
    [idList(taken.map(({ recordId }) => recordId))],
  );
  await enqueueAll(
    em,
    changes.map(({ change }) => ({ kind: recordOfferJob, key: change, payload: { change } })),
  );
}
