import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { timeZoneNamed } from '@birlik/kernel/time-zone';
import { conflictOnDuplicate, runStatement } from '@birlik/kernel/statement';
import { LockMode } from '@mikro-orm/core';
import { CountryEntity } from '../../reference/country/country.entity.js';
import { endRights } from '../../decision/right-lock.service.js';
import { requireManager } from './authority.service.js';
import { OrganizationContactEntity } from './organization-contact.entity.js';
import { organizationEventKinds, type OrganizationEventKind } from './organization-event.entity.js';
import { recordChange } from './organization-event.service.js';
import { OrganizationEntity, organizationKinds, type OrganizationKind } from './organization.entity.js';
import { explain } from '../../messages.js';

export interface NewOrganization {
  readonly kind: OrganizationKind;
  readonly nameAz: string;
  readonly nameEn?: string | null;
  readonly nameRu?: string | null;
  readonly nameTr?: string | null;
  readonly countryCode: string;
  readonly issuer: string;
  readonly timeZone?: string | null;
}

/**
 * Enters an organisation that may read nothing yet, and for which only those may act whom the register lists.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND (country), BAD_USER_INPUT (a second office, or no time zone) or CONFLICT (registered already)
 */
export async function registerOrganization(
  context: RequestContext,
  input: NewOrganization,
): Promise<OrganizationEntity> {
  if (input.kind === organizationKinds.REGISTRY) {
    throw new DomainError('BAD_USER_INPUT', explain('one-office'));
  }
  const timeZone = requireTimeZone(input.timeZone ?? context.member.timeZone);
  const { nameAz: az, nameEn: en, nameRu: ru, nameTr: tr } = input;
  return conflictOnDuplicate(explain('organization-registered'), () =>
    context.em.transactional(async (em) => {
      if ((await em.count(CountryEntity, { code: input.countryCode })) === 0) {
        throw new DomainError('NOT_FOUND', explain('no-such-country'));
      }
      const organization = em.create(OrganizationEntity, {
        id: newId(),
        kind: input.kind,
        name: { az, ...(en == null ? {} : { en }), ...(ru == null ? {} : { ru }), ...(tr == null ? {} : { tr }) },
        countryCode: input.countryCode,
        city: null,
        timeZone,
        accreditedAt: null,
        suspendedAt: null,
        officersListed: true,
        issuer: input.issuer,
      });
      await em.flush();
      recordChange(em, context, { organizationId: organization.id, kind: organizationEventKinds.REGISTERED });
      return organization;
    }),
  );
}

/** Lets an organisation read what it has a right to. @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT */
export function accreditOrganization(context: RequestContext, id: string): Promise<OrganizationEntity> {
  return changeMembershipStatus(context, { id, kind: organizationEventKinds.ACCREDITED }, (organization) => {
    if (organization.accreditedAt) throw new DomainError('CONFLICT', explain('accredited-already'));
    organization.accreditedAt = new Date();
  });
}

/**
 * Lets an organisation read nothing from now on: no decision that follows rests on a right of its own.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (the office) or CONFLICT (suspended already)
 */
export function suspendOrganization(
  context: RequestContext,
  { organizationId: id, reason }: { readonly organizationId: string; readonly reason: string },
): Promise<OrganizationEntity> {
  return changeMembershipStatus(context, { id, kind: organizationEventKinds.SUSPENDED, reason }, (organization) => {
    if (organization.kind === organizationKinds.REGISTRY) {
      throw new DomainError('BAD_USER_INPUT', explain('office-suspends-itself'));
    }
    if (organization.suspendedAt) throw new DomainError('CONFLICT', explain('suspended-already'));
    organization.suspendedAt = new Date();
  });
}

/** Ends a suspension. @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (not suspended) */
export function reinstateOrganization(context: RequestContext, id: string): Promise<OrganizationEntity> {
  return changeMembershipStatus(context, { id, kind: organizationEventKinds.REINSTATED }, (organization) => {
    if (!organization.suspendedAt) throw new DomainError('CONFLICT', explain('not-suspended'));
    organization.suspendedAt = null;
  });
}

/**
 * Says who acts for an organisation: of which identity provider, and whether only whom the register lists.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (so already)
 */
export function changeRepresentation(
  context: RequestContext,
  input: { readonly organizationId: string; readonly officersListed?: boolean | null; readonly issuer?: string | null },
): Promise<OrganizationEntity> {
  const change = { id: input.organizationId, kind: organizationEventKinds.REPRESENTATION_CHANGED };
  return changeMembershipStatus(context, change, (organization) => {
    const officersListed = input.officersListed ?? organization.officersListed;
    const issuer = input.issuer ?? organization.issuer ?? null;
    if (officersListed === organization.officersListed && issuer === (organization.issuer ?? null)) {
      throw new DomainError('CONFLICT', explain('so-already'));
    }
    Object.assign(organization, { officersListed, issuer });
  });
}

async function changeMembershipStatus(
  context: RequestContext,
  change: { readonly id: string; readonly kind: OrganizationEventKind; readonly reason?: string },
  apply: (organization: OrganizationEntity) => void,
): Promise<OrganizationEntity> {
  const { id: organizationId, ...rest } = change;
  return context.em.transactional(async (em) => {
    await endRights(em, organizationId);
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const organization = await em.findOne(OrganizationEntity, { id: organizationId }, { lockMode });
    if (!organization) throw new DomainError('NOT_FOUND', explain('no-such-organization'));
    apply(organization);
    recordChange(em, context, { organizationId, ...rest });
    return organization;
  });
}

/** Replaces what the public knows of how to reach an organisation. @throws DomainError FORBIDDEN or NOT_FOUND */
export async function updateOrganizationContact(
  context: RequestContext,
  input: { readonly organizationId: string; readonly website?: string | null; readonly email?: string | null },
): Promise<OrganizationEntity> {
  const { organizationId } = input;
  await requireManager(context, organizationId);
  return context.em.transactional(async (em) => {
    const contact = { organizationId, website: input.website ?? null, email: input.email ?? null };
    await em.upsert(OrganizationContactEntity, contact);
    recordChange(em, context, { organizationId, kind: organizationEventKinds.CONTACT_CHANGED });
    return em.findOneOrFail(OrganizationEntity, { id: organizationId });
  });
}

/**
 * Says in which time zone the days of an organisation are counted, from the next decision on.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (no time zone) or CONFLICT (so already)
 */
export async function changeTimeZone(
  context: RequestContext,
  input: { readonly organizationId: string; readonly timeZone: string },
): Promise<OrganizationEntity> {
  const { organizationId } = input;
  await requireManager(context, organizationId);
  const timeZone = requireTimeZone(input.timeZone);
  return context.em.transactional(async (em) => {
    // What is open until the end of a day may be over in the new zone.
    await endRights(em, organizationId);
    const organization = await em.findOneOrFail(OrganizationEntity, { id: organizationId });
    if (organization.timeZone === timeZone) throw new DomainError('CONFLICT', explain('so-already'));
    await runStatement(em, 'select change_time_zone(?::uuid, ?)', [organizationId, timeZone]);
    recordChange(em, context, { organizationId, kind: organizationEventKinds.TIME_ZONE_CHANGED });
    return em.refreshOrFail(organization);
  });
}

function requireTimeZone(text: string): string {
  const timeZone = timeZoneNamed(text);
  if (timeZone === null) throw new DomainError('BAD_USER_INPUT', explain('no-such-time-zone'));
  return timeZone;
}
