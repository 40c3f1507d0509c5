import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { conflictOnDuplicate, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { endRights } from '../../decision/right-lock.service.js';
import { explain } from '../../messages.js';
import { requireManager } from '../organization/authority.service.js';
import { organizationEventKinds } from '../organization/organization-event.entity.js';
import { recordChange } from '../organization/organization-event.service.js';
import { OrganizationEntity } from '../organization/organization.entity.js';
import type { HandOverInput } from './hand-over.input.js';
import { OfficerEntity, officerRoles, type OfficerRole } from './officer.entity.js';
import { issuerOf, onlyAdmins } from './officer.service.js';

const longestWaitMs = 366 * 86_400_000;

interface Appointment {
  readonly id: string;
  readonly roles: readonly OfficerRole[];
  readonly state: 'ahead' | 'lasting';
  readonly ends: boolean;
}

/** Those of an organisation who act for it or are to, as the database's clock has it. */
function standing(em: RequestContext['em'], organizationId: string): Promise<Appointment[]> {
  return runStatement<Appointment>(
    em,
    `select id, to_json(roles) as roles, appointment_state(officer) as state, ends_at is not null as ends
       from officer where organization_id = ? and appointment_state(officer) in ('ahead', 'lasting')`,
    [organizationId],
  );
}

const waits = ({ state, ends }: Appointment): boolean => state === 'ahead' || ends;

/**
 * Says at which instant some of those who act for an organisation are followed by others, which then happens of itself.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND (organisation or appointment), BAD_USER_INPUT (not within a year from now) or
 *   CONFLICT (one waits already, or somebody is to follow who keeps an appointment)
 */
export async function handOver(context: RequestContext, input: HandOverInput): Promise<OrganizationEntity> {
  const { organizationId, at, outgoing, incoming } = input;
  const { admin } = await requireManager(context, organizationId);
  const untilThenMs = at.getTime() - context.now().getTime();
  if (untilThenMs <= 0 || untilThenMs > longestWaitMs) {
    throw new DomainError('BAD_USER_INPUT', explain('hand-over-instant'));
  }
  await conflictOnDuplicate(explain('appointed-already'), () =>
    context.em.transactional(async (em) => {
      await endRights(em, organizationId);
      const appointments = await standing(em, organizationId);
      if (appointments.some(waits)) throw new DomainError('CONFLICT', explain('hand-over-waits'));
      const going = outgoing.map((id) => appointments.find((one) => one.id === id.toLowerCase()));
      if (going.includes(undefined)) throw new DomainError('NOT_FOUND', explain('no-such-appointment'));
      const isOfAdmins = [...going, ...incoming].some((one) => one?.roles.includes(officerRoles.ADMIN));
      if (isOfAdmins && !admin) throw new DomainError('FORBIDDEN', onlyAdmins);
      await em.nativeUpdate(OfficerEntity, { id: { $in: outgoing }, organizationId }, { endsAt: at });
      const issuer = await issuerOf(em, context, organizationId);
      await em.insertMany(
        OfficerEntity,
        incoming.map(({ subject, roles }) => ({
          id: newId(),
          organizationId,
          issuer,
          subject,
          roles: [...roles],
          appointedAt: context.now(),
          beginsAt: at,
          endsAt: null,
          dismissedAt: null,
        })),
      );
      recordChange(em, context, { organizationId, kind: organizationEventKinds.HAND_OVER_NAMED });
    }),
  );
  return context.em.findOneOrFail(OrganizationEntity, { id: organizationId });
}

/**
 * Calls a hand-over off before its instant: those who act go on, and nobody follows them.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (none waits, or somebody who was to go was appointed anew)
 */
export async function cancelHandOver(context: RequestContext, organizationId: string): Promise<OrganizationEntity> {
  const { admin } = await requireManager(context, organizationId);
  await conflictOnDuplicate(explain('appointed-already'), () =>
    context.em.transactional(async (em) => {
      await endRights(em, organizationId);
      const waiting = (await standing(em, organizationId)).filter(waits);
      if (waiting.length === 0) throw new DomainError('CONFLICT', explain('no-hand-over'));
      if (!admin && waiting.some(({ roles }) => roles.includes(officerRoles.ADMIN))) {
        throw new DomainError('FORBIDDEN', onlyAdmins);
      }
      // In this order: one who stays has an appointment among both.
      const idsOf = (state: Appointment['state']) => waiting.filter((one) => one.state === state).map(({ id }) => id);
      await em.nativeUpdate(OfficerEntity, { id: { $in: idsOf('ahead') } }, { dismissedAt: context.now() });
      await em.nativeUpdate(OfficerEntity, { id: { $in: idsOf('lasting') } }, { endsAt: null });
      recordChange(em, context, { organizationId, kind: organizationEventKinds.HAND_OVER_CANCELLED });
    }),
  );
  return context.em.findOneOrFail(OrganizationEntity, { id: organizationId });
}
