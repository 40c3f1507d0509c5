import { transactionalFor } from '@birlik/kernel/database';
import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { defineRefusal, DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { conflictOnDuplicate } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { raw } from '@mikro-orm/core';
import type { GrantCategory } from '../../decision/grant-category.rule.js';
import { requireOpenCategories } from '../../decision/purpose-opening.rule.js';
import { endRights } from '../../decision/right-lock.service.js';
import { explain } from '../../messages.js';
import { purposeCode } from '../../reference/purpose/purpose-code.rule.js';
import { PurposeEntity } from '../../reference/purpose/purpose.entity.js';
import { OrganizationEntity } from '../organization/organization.entity.js';
import { MandateEntity } from './mandate.entity.js';

export interface MandateTerms {
  readonly holderId: string;
  readonly purpose: string;
  readonly category: GrantCategory;
  readonly endsAt: Date;
}

/** A row of `reach` is written for each tie of the giver. */
const writingLimitMs = 60_000;

/** What the trigger of the table refuses. */
defineRefusal('BE020', explain('mandate-for-umbrellas'));
defineRefusal('BE021', explain('mandate-for-own-category'));

/** The mandates of the viewer's organisation, given and held, newest first; the database shows the office all of them. */
export function listMandates(context: RequestContext, args: ConnectionArgs): Promise<Connection<MandateEntity>> {
  return findConnection(context.em, MandateEntity, { args, orderBy: [{ id: 'desc' }] });
}

/**
 * Lets another organisation act over the rows of the viewer's, from the next request on.
 *
 * @throws DomainError FORBIDDEN, BAD_USER_INPUT (ends in the past, to oneself, or for what its purpose
 *   does not open), NOT_FOUND (holder or purpose) or CONFLICT
 *   (given already, the holder is no umbrella, or the giver does not hold the category)
 */
export async function giveMandate(context: RequestContext, terms: MandateTerms): Promise<MandateEntity> {
  const giverId = context.requireOrganization();
  const { category, endsAt } = terms;
  const holderId = terms.holderId.toLowerCase();
  const purpose = purposeCode(terms.purpose);
  const givenAt = new Date();
  if (endsAt <= givenAt) throw new DomainError('BAD_USER_INPUT', explain('mandate-ends-in-past'));
  if (holderId === giverId) throw new DomainError('BAD_USER_INPUT', explain('mandate-to-oneself'));
  requireOpenCategories(purpose, [category]);
  const same = { giverId, holderId, purpose, category };
  return conflictOnDuplicate(explain('mandate-given'), () =>
    transactionalFor(context.em, writingLimitMs, async (em) => {
      if ((await em.count(OrganizationEntity, { id: holderId })) === 0) {
        throw new DomainError('NOT_FOUND', explain('no-such-organization'));
      }
      if ((await em.count(PurposeEntity, { code: purpose })) === 0) {
        throw new DomainError('NOT_FOUND', explain('no-such-purpose'));
      }
      const ended = { ...same, revokedAt: null, closedAt: null, endsAt: { $lte: givenAt } };
      await em.nativeUpdate(MandateEntity, ended, { closedAt: givenAt });
      return em.create(MandateEntity, {
        ...same,
        id: newId(),
        givenAt,
        givenBy: context.requireViewer().sub,
        endsAt,
        revokedAt: null,
        revokedBy: null,
        closedAt: null,
      });
    }),
  );
}

/**
 * Ends a mandate that the viewer's organisation gave; no request that begins afterwards reads on it.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (revoked already)
 */
export async function revokeMandate(context: RequestContext, id: string): Promise<MandateEntity> {
  const giverId = context.requireOrganization();
  return context.em.transactional(async (em) => {
    await endRights(em, giverId);
    const mandate = await em.findOne(MandateEntity, { id, giverId });
    if (!mandate) throw new DomainError('NOT_FOUND', explain('no-such-mandate'));
    if (mandate.revokedAt) throw new DomainError('CONFLICT', explain('mandate-revoked'));
    // Not before it was given, should this clock be behind that of the process that gave it.
    const revokedAt = raw('greatest(clock_timestamp(), given_at)');
    await em.nativeUpdate(MandateEntity, { id }, { revokedAt, revokedBy: context.requireViewer().sub });
    return em.findOneOrFail(MandateEntity, { id }, { refresh: true });
  });
}
