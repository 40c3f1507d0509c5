import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { GuardianshipEntity } from '../../consent/guardianship/guardianship.entity.js';
import { guardianshipsOf } from '../../consent/guardianship/guardianship.service.js';
import { Guardianship } from '../../consent/guardianship/guardianship.type.js';
import { office } from '../../membership/organization/authority.service.js';
import type { OrganizationEntity } from '../../membership/organization/organization.entity.js';
import { organizationById } from '../../membership/organization/organization.loader.js';
import { Organization } from '../../membership/organization/organization.type.js';
import type { GoldenRecordEntity } from '../person-link/golden-record.entity.js';
import type { PersonLinkEntity } from '../person-link/person-link.entity.js';
import { type ComparedValue, comparedValues } from '@birlik/linkage/person-values';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { LinkageEventEntity } from './linkage-event.entity.js';
import { linkageRecordById, type LinkageRecordRow } from './linkage-record.loader.js';
import { findLinkedPerson, listPersonHistory, listPersonLinks } from './linkage-review.service.js';
import { LinkageEventConnection, LinkageRecord, MaskedValue } from './linkage-review.type.js';
import { LinkedPerson, PersonLink } from './linked-person.type.js';
import { maskedValue } from './masked-value.rule.js';

@Resolver(() => LinkedPerson)
export class LinkedPersonResolver {
  @Allow(office('officer', 'admin'))
  @Query(() => LinkedPerson, {
    nullable: true,
    description:
      'A person as linkage knows them, by their id or by one that they had before; for the office’s officers only. That they looked is recorded. Null for an id that no record has, and while the service is down.',
  })
  linkedPerson(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The person’s id.' }) id: string,
  ): Promise<GoldenRecordEntity | null> {
    return findLinkedPerson(context, id);
  }

  @FieldResolver(() => [MaskedValue], { description: 'What the records say together, at most 6 values.' })
  values(@Root() person: GoldenRecordEntity): MaskedValue[] {
    return masked(person);
  }

  @FieldResolver(() => [PersonLink], { description: 'The records of the person, at most 100.' })
  links(@Root() person: GoldenRecordEntity, @Ctx() context: RequestContext): Promise<PersonLinkEntity[]> {
    return listPersonLinks(context, person.id);
  }

  @FieldResolver(() => [Guardianship], {
    description: 'Guardianships of or by this person, newest first, at most 50, ended ones too.',
  })
  guardianships(@Root() person: GoldenRecordEntity, @Ctx() context: RequestContext): Promise<GuardianshipEntity[]> {
    return guardianshipsOf(context, person.id);
  }

  @FieldResolver(() => LinkageEventConnection, {
    description: 'What happened with the records that the person has now, newest first.',
  })
  history(
    @Root() person: GoldenRecordEntity,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<LinkageEventEntity>> {
    return listPersonHistory(context, args, person.id);
  }
}

@Resolver(() => PersonLink)
export class PersonLinkResolver {
  @FieldResolver(() => LinkageRecord, { nullable: true, description: 'The record; null while the service is down.' })
  record(@Root() link: PersonLinkEntity, @Ctx() context: RequestContext): Promise<LinkageRecordRow | null> {
    return linkageRecordById.load(context, link.recordId);
  }
}

@Resolver(() => LinkageRecord)
export class LinkageRecordResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Whose record it is; null while the service is down.',
  })
  organization(@Root() record: LinkageRecordRow, @Ctx() context: RequestContext): Promise<OrganizationEntity | null> {
    return organizationById.load(context, record.organizationId);
  }

  @FieldResolver(() => Volunteer, { description: 'The person to whom it belongs now.' })
  volunteer(@Root() record: LinkageRecordRow): Volunteer {
    return { id: record.personId };
  }

  @FieldResolver(() => [MaskedValue], { description: 'What the organisation wrote down, masked, at most 6 values.' })
  values(@Root() record: LinkageRecordRow): MaskedValue[] {
    return masked(record);
  }
}

function masked(values: { readonly [Value in ComparedValue]?: string | null | undefined }): MaskedValue[] {
  return comparedValues.map(({ name }) => ({ field: name, masked: maskedValue(name, values[name] ?? null) }));
}
