import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OfficerEntity } from '../officer/officer.entity.js';
import { officersByOrganization, systemClientsByOrganization } from '../officer/officer.loader.js';
import { Officer, SystemClient } from '../officer/officer.type.js';
import type { SystemClientEntity } from '../officer/system-client.entity.js';
import type { OrganizationKeyEntity } from '../organization-key/organization-key.entity.js';
import { keysByOrganization } from '../organization-key/organization-key.loader.js';
import { OrganizationKey } from '../organization-key/organization-key.type.js';
import { seesAffairsOf } from './authority.loader.js';
import { contactByOrganization } from './organization-contact.loader.js';
import type { OrganizationEventEntity } from './organization-event.entity.js';
import { listChanges } from './organization-event.service.js';
import { OrganizationEventConnection } from './organization-event.type.js';
import type { OrganizationEntity } from './organization.entity.js';
import { Organization } from './organization.type.js';

const forInsiders = 'null for anyone but the organisation and the registry’s office, and while the registry is down.';

@Resolver(() => Organization)
export class OrganizationAffairsResolver {
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it is accredited; null if it is not, and while the registry is down.',
  })
  accreditedSince(@Root() organization: OrganizationEntity): Date | null {
    return organization.accreditedAt ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The address of its website; null if none is known, and while the registry is down.',
  })
  async website(@Root() organization: OrganizationEntity, @Ctx() context: RequestContext): Promise<string | null> {
    return (await contactByOrganization.load(context, organization.id))?.website ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Its e-mail address; null if none is known, and while the registry is down.',
  })
  async contactEmail(@Root() organization: OrganizationEntity, @Ctx() context: RequestContext): Promise<string | null> {
    return (await contactByOrganization.load(context, organization.id))?.email ?? null;
  }

  @FieldResolver(() => [OrganizationKey], {
    nullable: true,
    description: 'Its public keys, newest first, at most 50, retired ones too; null while the registry is down.',
  })
  keys(@Root() organization: OrganizationEntity, @Ctx() context: RequestContext): Promise<OrganizationKeyEntity[]> {
    return keysByOrganization.load(context, organization.id);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: `Whether only appointed officers and registered systems act for it; ${forInsiders}`,
  })
  async officersListed(
    @Root() organization: OrganizationEntity,
    @Ctx() context: RequestContext,
  ): Promise<boolean | null> {
    return (await seesAffairsOf.load(context, organization.id)) ? organization.officersListed : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: `The identity provider whose tokens act for it; null for any that may name any organisation, and ${forInsiders}`,
  })
  async issuer(@Root() organization: OrganizationEntity, @Ctx() context: RequestContext): Promise<string | null> {
    return (await seesAffairsOf.load(context, organization.id)) ? (organization.issuer ?? null) : null;
  }

  @FieldResolver(() => [Officer], {
    nullable: true,
    description: `Appointments, newest first, at most 200, ended ones too; ${forInsiders}`,
  })
  async officers(
    @Root() organization: OrganizationEntity,
    @Ctx() context: RequestContext,
  ): Promise<OfficerEntity[] | null> {
    if (!(await seesAffairsOf.load(context, organization.id))) return null;
    return officersByOrganization.load(context, organization.id);
  }

  @FieldResolver(() => [SystemClient], {
    nullable: true,
    description: `Systems that act for it, newest first, at most 200, revoked ones too; ${forInsiders}`,
  })
  async systemClients(
    @Root() organization: OrganizationEntity,
    @Ctx() context: RequestContext,
  ): Promise<SystemClientEntity[] | null> {
    if (!(await seesAffairsOf.load(context, organization.id))) return null;
    return systemClientsByOrganization.load(context, organization.id);
  }

  @FieldResolver(() => OrganizationEventConnection, {
    nullable: true,
    description: `What changed about it, newest first; ${forInsiders}`,
  })
  async events(
    @Root() organization: OrganizationEntity,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<OrganizationEventEntity> | null> {
    return (await seesAffairsOf.load(context, organization.id)) ? listChanges(context, args, organization.id) : null;
  }
}
