import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import { explain } from '../../messages.js';

/** Whether an organisation is told that a record of its register is the viewer's. */
export interface RecordDisclosure {
  readonly reference: string;
  readonly isDisclosed: boolean;
}

/**
 * Tells the organisation that submitted a record that it is the viewer's, or tells it no longer.
 *
 * @throws DomainError NOT_FOUND for a record that is not linked with the viewer
 */
export async function discloseRecord(
  context: RequestContext,
  { reference, isDisclosed }: RecordDisclosure,
): Promise<RecordDisclosure> {
  context.requireVolunteer();
  const [row] = await runStatement<{ found: boolean }>(
    context.em,
    'select disclose_record(?::uuid, ?::boolean) as found',
    [reference, isDisclosed],
  );
  if (row?.found !== true) throw new DomainError('NOT_FOUND', explain('no-linked-record'));
  return { reference, isDisclosed };
}
