import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import { explain } from '../../messages.js';

/**
 * The purpose for which the viewer's organisation submits records. It is one of the list; not one that discloses nothing of
 * anybody, nor one whose reads are shown later, since people see at once who submitted a record of them.
 *
 * @throws DomainError BAD_USER_INPUT naming the purposes that fit
 */
export async function requireSubmissionPurpose(context: RequestContext): Promise<string> {
  const rows = await runStatement<{ code: string }>(
    context.em,
    `select code from purpose where code <> 'reporting' and disclosure_delay_days is null order by code`,
  );
  const fitting = rows.map(({ code }) => code);
  const stated = context.purpose;
  if (stated !== null && fitting.includes(stated)) return stated;
  throw new DomainError('BAD_USER_INPUT', explain('submission-purpose', { purposes: fitting.join(', ') }));
}
