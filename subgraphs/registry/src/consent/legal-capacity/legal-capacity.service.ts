import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import type { LegalCapacity } from './legal-capacity.type.js';

/** For whom the viewer decides, of themself and some people; for nobody who is no person. */
export async function readLegalCapacity(context: RequestContext, people: readonly string[]): Promise<LegalCapacity> {
  if (!context.viewer?.volunteerId) return { decidesFor: [] };
  const [row] = await runStatement<LegalCapacity>(context.em, 'select decides_for(?::uuid[]) as "decidesFor"', [
    arrayLiteral(people),
  ]);
  return { decidesFor: row?.decidesFor ?? [] };
}
