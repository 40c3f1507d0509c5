import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { conflictOnDuplicate } from '@birlik/kernel/statement';
import { LockMode } from '@mikro-orm/core';
import { requireManager } from '../organization/authority.service.js';
import { organizationEventKinds } from '../organization/organization-event.entity.js';
import { recordChange } from '../organization/organization-event.service.js';
import { publicJwk, type PublicJwk } from '../../signing/signing-jwk.rule.js';
import { OrganizationKeyEntity } from './organization-key.entity.js';
import { explain } from '../../messages.js';

const notPublic = explain('no-public-key');

/**
 * Adds a public key of an organisation.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (no such key, a private one, or it ends before it begins) or
 *   CONFLICT (the organisation has a key of this name)
 */
export async function addOrganizationKey(
  context: RequestContext,
  input: {
    readonly organizationId: string;
    readonly publicKey: string;
    readonly validFrom?: Date | null;
    readonly validUntil?: Date | null;
  },
): Promise<OrganizationKeyEntity> {
  const { organizationId } = input;
  await requireManager(context, organizationId);
  const publicKey = readPublicKey(input.publicKey);
  const { kid } = publicKey;
  const validFrom = input.validFrom ?? new Date();
  const validUntil = input.validUntil ?? null;
  if (validUntil && validUntil <= validFrom) {
    throw new DomainError('BAD_USER_INPUT', explain('key-ends-first'));
  }
  return conflictOnDuplicate(explain('key-name-taken'), () =>
    context.em.transactional((em) => {
      const key = em.create(OrganizationKeyEntity, {
        organizationId,
        kid,
        publicKey,
        validFrom,
        validUntil,
        retiredAt: null,
      });
      recordChange(em, context, { organizationId, kind: organizationEventKinds.KEY_ADDED, concerns: kid });
      return Promise.resolve(key);
    }),
  );
}

/**
 * Gives a key up: what is dated from then on does not hold, what was signed before does.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (in the future) or CONFLICT (retired already)
 */
export async function retireOrganizationKey(
  context: RequestContext,
  input: { readonly organizationId: string; readonly kid: string; readonly since?: Date | null },
): Promise<OrganizationKeyEntity> {
  const { organizationId, kid } = input;
  await requireManager(context, organizationId);
  const now = new Date();
  if (input.since && input.since > now) {
    throw new DomainError('BAD_USER_INPUT', explain('key-retired-later'));
  }
  return context.em.transactional(async (em) => {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const key = await em.findOne(OrganizationKeyEntity, { organizationId, kid }, { lockMode });
    if (!key) throw new DomainError('NOT_FOUND', explain('no-such-key'));
    if (key.retiredAt) throw new DomainError('CONFLICT', explain('key-retired'));
    key.retiredAt = input.since ?? now;
    recordChange(em, context, { organizationId, kind: organizationEventKinds.KEY_RETIRED, concerns: kid });
    return key;
  });
}

function readPublicKey(text: string): PublicJwk {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new DomainError('BAD_USER_INPUT', notPublic, { cause });
  }
  if (typeof parsed === 'object' && parsed !== null && 'd' in parsed) {
    throw new DomainError('BAD_USER_INPUT', explain('private-key'));
  }
  const key = publicJwk.safeParse(parsed);
  if (!key.success) throw new DomainError('BAD_USER_INPUT', notPublic);
  return key.data;
}
