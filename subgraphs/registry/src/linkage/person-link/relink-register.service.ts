import type { RequestContext } from '@birlik/trust/context';
import { runStatement } from '@birlik/kernel/statement';
import { runAsOffice } from './run-as-office.service.js';
import { resolveRecords } from './resolve-records.service.js';

/** Records that are resolved in one transaction, so that submissions wait for a few and not for all. */
const chunk = 200;

/**
 * Resolves every record anew: after a new model, or when a register is declared otherwise than before. What was right
 * stays as it is, decisions too, so it can be stopped and begun again at any time.
 *
 * @param progress told how many records are done
 * @returns how many records there are
 */
export async function relinkAll(
  em: RequestContext['em'],
  actor: string,
  progress: (done: number) => void,
): Promise<number> {
  let last: string | null = null;
  let done = 0;
  for (;;) {
    const ids = await em.fork().transactional(async (transaction): Promise<readonly string[]> => {
      await runAsOffice(transaction);
      const rows = await runStatement<{ id: string }>(
        transaction,
        `select id from comparable_record where ?::uuid is null or id > ?::uuid order by id limit ${chunk}`,
        [last, last],
      );
      const page = rows.map(({ id }) => id);
      await resolveRecords(transaction, page, actor);
      return page;
    });
    done += ids.length;
    last = ids.at(-1) ?? null;
    if (last === null) return done;
    progress(done);
  }
}
