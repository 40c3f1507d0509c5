import { defineLoader } from '@birlik/kernel/loader';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';

/** Whether the viewer tells the organisation that submitted a record, as the log refers to it, that it is theirs. */
export const isDisclosedByReference = defineLoader(async (references: readonly string[], { em }: RequestContext) => {
  const [row] = await runStatement<{ told: readonly string[] }>(em, 'select disclosed_references(?::uuid[]) as told', [
    arrayLiteral(references),
  ]);
  const told = new Set(row?.told);
  return references.map((reference) => told.has(reference));
});
