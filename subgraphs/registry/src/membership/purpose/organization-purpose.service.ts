import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { endRights } from '../../decision/right-lock.service.js';
import { explain } from '../../messages.js';
import { purposeCode } from '../../reference/purpose/purpose-code.rule.js';
import { PurposeEntity } from '../../reference/purpose/purpose.entity.js';
import { organizationEventKinds } from '../organization/organization-event.entity.js';
import { recordChange } from '../organization/organization-event.service.js';
import { OrganizationEntity } from '../organization/organization.entity.js';
import { OrganizationPurposeEntity } from './organization-purpose.entity.js';

/** One purpose of one organisation. */
export interface OrganizationPurpose {
  readonly organizationId: string;
  readonly purpose: string;
}

/**
 * Decides whether an organisation may state a purpose, whatever its kind says: no decision that follows a prohibition rests on it.
 *
 * @throws DomainError NOT_FOUND (organisation or purpose) or CONFLICT (so already)
 */
export function decidePurpose(
  context: RequestContext,
  { organizationId, purpose, permitted }: OrganizationPurpose & { readonly permitted: boolean },
): Promise<OrganizationEntity> {
  const code = purposeCode(purpose);
  return context.em.transactional(async (em) => {
    await endRights(em, organizationId);
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const organization = await em.findOne(OrganizationEntity, { id: organizationId }, { lockMode });
    if (!organization) throw new DomainError('NOT_FOUND', explain('no-such-organization'));
    if ((await em.count(PurposeEntity, { code })) === 0) {
      throw new DomainError('NOT_FOUND', explain('no-such-purpose'));
    }
    const [known] = await runStatement<{ permitted: boolean }>(
      em,
      'select purpose_refusal(?, ?::uuid, null) is null as permitted',
      [code, organizationId],
    );
    if (known?.permitted === permitted) throw new DomainError('CONFLICT', explain('so-already'));
    await em.upsert(OrganizationPurposeEntity, { organizationId, purpose: code, permitted });
    const kind = permitted ? organizationEventKinds.PURPOSE_PERMITTED : organizationEventKinds.PURPOSE_FORBIDDEN;
    recordChange(em, context, { organizationId, kind, concerns: code });
    return organization;
  });
}
