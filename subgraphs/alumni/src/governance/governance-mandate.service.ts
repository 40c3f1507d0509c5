import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../messages.js';
import { GovernanceBodyEntity } from './governance-body.entity.js';
import { GovernanceMandateEntity } from './governance-mandate.entity.js';
import type { GiveGovernanceMandateInput } from './governance-mandate.input.js';
import { inBody } from './governance-refusal.service.js';

/** A body of the viewer's own organisation. @throws DomainError NOT_FOUND */
export async function ownBody(
  em: RequestContext['em'],
  where: { readonly id: string; readonly organizationId: string },
): Promise<GovernanceBodyEntity> {
  const body = await em.findOne(GovernanceBodyEntity, where);
  if (!body) throw new DomainError('NOT_FOUND', explain('no-body'));
  return body;
}

/**
 * Gives a person a mandate in a body of the viewer's own organisation.
 *
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT (it ends before it begins) or CONFLICT (the person has one in that time)
 */
export function giveMandate(
  context: RequestContext,
  { bodyId, volunteerId, chairs, startsAt, endsAt }: GiveGovernanceMandateInput,
): Promise<GovernanceMandateEntity> {
  const organizationId = context.requireOrganization();
  if (endsAt <= startsAt) throw new DomainError('BAD_USER_INPUT', explain('ends-before-it-begins'));
  return inBody(() =>
    context.em.transactional(async (em) => {
      await ownBody(em, { id: bodyId, organizationId });
      const id = newId();
      em.create(GovernanceMandateEntity, {
        id,
        organizationId,
        bodyId,
        volunteerId,
        chairs: chairs ?? false,
        startsAt,
        endsAt,
      });
      await em.flush();
      return em.findOneOrFail(GovernanceMandateEntity, { id }, { refresh: true });
    }),
  );
}

/**
 * Ends a mandate now; one that has not begun never gives a right.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (it has ended)
 */
export function endMandate(context: RequestContext, id: string): Promise<GovernanceMandateEntity> {
  const organizationId = context.requireOrganization();
  return inBody(() =>
    context.em.transactional(async (em) => {
      if (!(await em.findOne(GovernanceMandateEntity, { id, organizationId }))) {
        throw new DomainError('NOT_FOUND', explain('no-mandate'));
      }
      const ended = await runStatement(
        em,
        `update governance_mandate set ends_at = greatest(starts_at, app_now())
          where id = ? and ends_at > app_now() and ends_at > starts_at returning id`,
        [id],
      );
      if (ended.length === 0) throw new DomainError('CONFLICT', explain('mandate-not-live'));
      return em.findOneOrFail(GovernanceMandateEntity, { id }, { refresh: true });
    }),
  );
}

/** The mandates of a body, the newest first, as far as the viewer may read them. */
export function listMandates(
  context: RequestContext,
  args: ConnectionArgs,
  bodyId: string,
): Promise<Connection<GovernanceMandateEntity>> {
  return findConnection(context.em, GovernanceMandateEntity, { args, where: { bodyId }, orderBy: [{ id: 'desc' }] });
}

/** The viewer's own mandates, past ones too, the newest first. */
export function listOwnMandates(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<GovernanceMandateEntity>> {
  const where = { volunteerId: context.requireVolunteer() };
  return findConnection(context.em, GovernanceMandateEntity, { args, where, orderBy: [{ id: 'desc' }] });
}
