import { Allow, writeScope } from '@birlik/trust/allow';
import { manager, office } from './authority.service.js';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import {
  ChangeRepresentationInput,
  ChangeTimeZoneInput,
  RegisterOrganizationInput,
  SuspendOrganizationInput,
  UpdateOrganizationContactInput,
} from './accreditation.input.js';
import {
  accreditOrganization,
  changeRepresentation,
  changeTimeZone,
  registerOrganization,
  reinstateOrganization,
  suspendOrganization,
  updateOrganizationContact,
} from './accreditation.service.js';
import type { OrganizationEntity } from './organization.entity.js';
import { OrganizationResult } from './organization.type.js';

const theOrganization = { description: 'The organisation’s id.' };

@Resolver()
export class AccreditationResolver {
  @Allow(writeScope, office('admin'))
  @Mutation(() => OrganizationResult, {
    description:
      'Enters an organisation in the register. It may read nothing until it is accredited, and only those act for it who are appointed. For admins of the office.',
  })
  registerOrganization(
    @Ctx() context: RequestContext,
    @Arg('input', () => RegisterOrganizationInput, { description: 'The organisation.' })
    input: RegisterOrganizationInput,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => registerOrganization(context, input));
  }

  @Allow(writeScope, office('admin'))
  @Mutation(() => OrganizationResult, {
    description: 'Accredits an organisation: it may read what it has a right to. For admins of the office.',
  })
  accreditOrganization(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('id', () => ID, theOrganization)
    id: string,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => accreditOrganization(context, id));
  }

  @Allow(writeScope, office('admin'))
  @Mutation(() => OrganizationResult, {
    description: 'Suspends an organisation: it reads nothing from the next request on. For admins of the office.',
  })
  suspendOrganization(
    @Ctx() context: RequestContext,
    @Arg('input', () => SuspendOrganizationInput, { description: 'The organisation and the reason.' })
    input: SuspendOrganizationInput,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => suspendOrganization(context, input));
  }

  @Allow(writeScope, office('admin'))
  @Mutation(() => OrganizationResult, { description: 'Ends a suspension. For admins of the office.' })
  reinstateOrganization(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('id', () => ID, theOrganization)
    id: string,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => reinstateOrganization(context, id));
  }

  @Allow(writeScope, office('admin'))
  @Mutation(() => OrganizationResult, {
    description: 'Says who acts for an organisation, from the next request on. For admins of the office.',
  })
  changeRepresentation(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeRepresentationInput, { description: 'The organisation and what changes.' })
    input: ChangeRepresentationInput,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => changeRepresentation(context, input));
  }

  @Allow(writeScope, manager('admin', 'officer'))
  @Mutation(() => OrganizationResult, {
    description: 'Replaces the public contact of an organisation. For its own officers and for admins of the office.',
  })
  updateOrganizationContact(
    @Ctx() context: RequestContext,
    @Arg('input', () => UpdateOrganizationContactInput, { description: 'The new contact.' })
    input: UpdateOrganizationContactInput,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => updateOrganizationContact(context, input));
  }

  @Allow(writeScope, manager('admin', 'officer'))
  @Mutation(() => OrganizationResult, {
    description:
      'Says in which time zone the days of an organisation are counted, such as the last one of a tie or of a consent. For its own officers and for admins of the office.',
  })
  changeOrganizationTimeZone(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeTimeZoneInput, { description: 'The organisation and its time zone.' })
    input: ChangeTimeZoneInput,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => changeTimeZone(context, input));
  }
}
