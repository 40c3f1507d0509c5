import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../messages.js';
import { MissionGuideEntity } from './mission-guide.entity.js';
import { MissionEntity } from './mission.entity.js';
import { textOf } from '../text/four-languages.rule.js';
import type { ChangeMissionInput, MissionGuideInput } from './mission.input.js';

/** The missions, also those that help people of a country from another one. */
export function listMissions(
  context: RequestContext,
  args: ConnectionArgs,
  countryCode: string | null,
): Promise<Connection<MissionEntity>> {
  const where = countryCode == null ? {} : { $or: [{ countryCode }, { serves: { $contains: [countryCode] } }] };
  return findConnection(context.em, MissionEntity, { args, where, orderBy: [{ id: 'asc' }] });
}

async function findOwn(em: RequestContext['em'], context: RequestContext, id: string): Promise<MissionEntity> {
  const found = await em.findOne(MissionEntity, { id, organizationId: context.requireOrganization() });
  if (!found) throw new DomainError('NOT_FOUND', explain('no-mission'));
  return found;
}

/** Says anew what people are told of a mission of the viewer's organisation; a text that is left out stays. @throws DomainError NOT_FOUND */
export async function changeMission(context: RequestContext, input: ChangeMissionInput): Promise<MissionEntity> {
  const { missionId, serves, address, openingHours, phone = null, emergencyPhone = null } = input;
  return context.em.transactional(async (em) =>
    em.assign(await findOwn(em, context, missionId), {
      serves,
      ...(address != null && { address: textOf(address) }),
      ...(openingHours != null && { openingHours: textOf(openingHours) }),
      phone,
      emergencyPhone,
    }),
  );
}

/** The guides that hold at a mission, with those for all missions; without a mission only the latter. */
export function listGuides(
  context: RequestContext,
  args: ConnectionArgs,
  missionId: string | null,
): Promise<Connection<MissionGuideEntity>> {
  const at = missionId === null ? { missionId: null } : { $or: [{ missionId: null }, { missionId }] };
  return findConnection(context.em, MissionGuideEntity, {
    args,
    where: { withdrawnAt: null, ...at },
    orderBy: [{ id: 'asc' }],
  });
}

/** Writes a guide, or replaces one. @throws DomainError NOT_FOUND (guide or mission of another organisation) */
export async function writeGuide(context: RequestContext, input: MissionGuideInput): Promise<MissionGuideEntity> {
  const organizationId = context.requireOrganization();
  const { guideId = null, missionId = null } = input;
  const text = { title: textOf(input.title), body: textOf(input.body), changedAt: context.now() };
  return context.em.transactional(async (em) => {
    if (missionId !== null) await findOwn(em, context, missionId);
    if (guideId === null) return em.create(MissionGuideEntity, { id: newId(), organizationId, missionId, ...text });
    const found = await em.findOne(MissionGuideEntity, { id: guideId, organizationId, withdrawnAt: null });
    if (!found) throw new DomainError('NOT_FOUND', explain('no-guide'));
    return em.assign(found, { missionId, ...text });
  });
}

/** Takes a guide off the page. @throws DomainError NOT_FOUND */
export async function withdrawGuide(context: RequestContext, id: string): Promise<MissionGuideEntity> {
  const organizationId = context.requireOrganization();
  return context.em.transactional(async (em) => {
    const found = await em.findOne(MissionGuideEntity, { id, organizationId, withdrawnAt: null });
    if (!found) throw new DomainError('NOT_FOUND', explain('no-guide'));
    return em.assign(found, { withdrawnAt: context.now() });
  });
}
