import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { accessNeeds } from '../../decision/grant-category.rule.js';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { decideAloud } from '../../decision/purpose-error.service.js';
import { explain } from '../../messages.js';
import type { OwnFactsChange } from '../own-facts/own-facts.type.js';
import type { AccessNeedKind } from './access-need.entity.js';
import { accessNeedByGrant } from './access-need.loader.js';

/** What a person needs, as they said; `statedAt` is null where nothing was said. */
export interface StatedNeeds {
  readonly needs: AccessNeedKind[];
  readonly note: string | null;
  readonly statedAt: Date | null;
}

/** What a person needs; null without a grant for the category ACCESS_NEEDS. */
export async function openAccessNeeds(context: RequestContext, person: SeenPerson): Promise<StatedNeeds | null> {
  const { grant } = await decideAloud(context, person, accessNeeds);
  if (!grant) return null;
  const stated = await accessNeedByGrant.load(context, grant);
  return stated ? { ...stated, note: stated.note ?? null } : { needs: [], note: null, statedAt: null };
}

/**
 * Says what the viewer, or a minor whose guardian the viewer is, needs to take part, in the place of what was said before.
 *
 * @throws DomainError NOT_FOUND (no such ward, or an erased person)
 */
export async function changeAccessNeeds(
  context: RequestContext,
  said: { readonly needs: readonly AccessNeedKind[]; readonly note?: string | null },
  onBehalfOf: string | null,
): Promise<OwnFactsChange> {
  const [row] = await runStatement<{ changed: boolean }>(
    context.em,
    'select change_access_needs(?::uuid, array(select jsonb_array_elements_text(?::jsonb)), ?) as changed',
    [onBehalfOf ?? context.requireVolunteer(), JSON.stringify(said.needs), said.note?.trim() ?? null],
  );
  if (row?.changed !== true) throw new DomainError('NOT_FOUND', explain('no-such-person'));
  return { changedAt: new Date() };
}
