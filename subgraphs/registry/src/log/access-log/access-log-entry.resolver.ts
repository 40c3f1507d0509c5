import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EmergencyEntity } from '../../membership/emergency/emergency.entity.js';
import { emergencyById } from '../../membership/emergency/emergency.loader.js';
import { EmergencyNotice } from '../../membership/emergency/emergency.type.js';
import type { OrganizationEntity } from '../../membership/organization/organization.entity.js';
import { organizationById } from '../../membership/organization/organization.loader.js';
import { Organization } from '../../membership/organization/organization.type.js';
import type { PurposeEntity } from '../../reference/purpose/purpose.entity.js';
import { purposeByCode } from '../../reference/purpose/purpose.loader.js';
import { Purpose } from '../../reference/purpose/purpose.type.js';
import type { AccessLogEntryEntity } from './access-log-entry.entity.js';
import { AccessLogEntry } from './access-log-entry.type.js';
import { mostRepresented, representedIn } from './represented-organizations.loader.js';
import { isDisclosedByReference } from './disclosed-record.loader.js';
import { loggedBases } from './logged-basis.rule.js';
import { placedRowById } from './access-log-proof.loader.js';
import { proofOf } from './access-log-proof.rule.js';
import { AccessLogProof } from './access-log-proof.type.js';
import { shownToPerson } from './log-leaf.rule.js';

@Resolver(() => AccessLogEntry)
export class AccessLogEntryResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description:
      'The organisation for which the viewer acted, or that submitted the record; null for a person who acted for none.',
  })
  organization(
    @Root() entry: AccessLogEntryEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> | null {
    const organizationId = entry.submittedByOrganizationId ?? entry.organizationId;
    return organizationId == null ? null : organizationById.load(context, organizationId);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation through whose eyes the person previewed their data; null for any other read.',
  })
  previewedOrganization(
    @Root() entry: AccessLogEntryEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> | null {
    return entry.previewedOrganizationId ? organizationById.load(context, entry.previewedOrganizationId) : null;
  }

  @FieldResolver(() => [Organization], {
    nullable: true,
    description: `For whom that organisation acted by their mandates, at most ${mostRepresented}; null when it was refused or rests on another right.`,
  })
  onBehalfOf(
    @Root() entry: AccessLogEntryEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity[]> | null {
    return representedIn(entry, context);
  }

  @FieldResolver(() => EmergencyNotice, {
    nullable: true,
    description: 'The emergency in which it was shown; null when it was refused or rests on another right.',
  })
  emergency(
    @Root() entry: AccessLogEntryEntity,
    @Ctx() context: RequestContext,
  ): Promise<EmergencyEntity | null> | null {
    return entry.emergencyId ? emergencyById.load(context, entry.emergencyId) : null;
  }

  /** A text that is on no list is the asking side's own, and might name somebody. */
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The code of the purpose that the operation stated; null if it stated none of the list.',
  })
  async purpose(@Root() entry: AccessLogEntryEntity, @Ctx() context: RequestContext): Promise<string | null> {
    return (await statedPurpose(entry, context))?.code ?? null;
  }

  @FieldResolver(() => Purpose, {
    nullable: true,
    description: 'The purpose that the operation stated, with its name; null if it stated none of the list.',
  })
  statedPurpose(@Root() entry: AccessLogEntryEntity, @Ctx() context: RequestContext): Promise<PurposeEntity | null> {
    return statedPurpose(entry, context);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the person tells the organisation that this record is theirs (`discloseRecord`); null for a row that is about no record taken for theirs, and for anyone but the person.',
  })
  isDisclosed(@Root() entry: AccessLogEntryEntity, @Ctx() context: RequestContext): Promise<boolean> | null {
    const { basis, referenceId, volunteerId } = entry;
    if (basis !== loggedBases.LINKED || referenceId == null || volunteerId !== context.viewer?.volunteerId) return null;
    return isDisclosedByReference.load(context, referenceId);
  }

  @FieldResolver(() => AccessLogProof, {
    nullable: true,
    description: 'The proof that the entry stands in the signed log; null for the moment until a head covers it.',
  })
  async proof(@Root() entry: AccessLogEntryEntity, @Ctx() context: RequestContext): Promise<AccessLogProof | null> {
    const [placed, purpose] = await Promise.all([placedRowById.load(context, entry.id), statedPurpose(entry, context)]);
    return placed && proofOf(placed, purpose ? [...shownToPerson, 'purpose'] : shownToPerson);
  }
}

async function statedPurpose(entry: AccessLogEntryEntity, context: RequestContext): Promise<PurposeEntity | null> {
  return entry.purpose == null ? null : purposeByCode.load(context, entry.purpose);
}
