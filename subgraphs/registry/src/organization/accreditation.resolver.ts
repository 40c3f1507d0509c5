import type { RequestContext } from '@birlik/kernel/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import {
  RegisterOrganizationInput,
  SuspendOrganizationInput,
  UpdateOrganizationContactInput,
} from './accreditation.input.js';
import {
  accreditOrganization,
  changeOfficerListing,
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

  @Mutation(() => OrganizationResult, {
    description: 'Accredits an organisation: it may read what it has a right to. For admins of the office.',
  })
  accreditOrganization(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, theOrganization) id: string,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => accreditOrganization(context, id));
  }

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

  @Mutation(() => OrganizationResult, { description: 'Ends a suspension. For admins of the office.' })
  reinstateOrganization(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, theOrganization) id: string,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => reinstateOrganization(context, id));
  }

  @Mutation(() => OrganizationResult, {
    description: 'Says who acts for an organisation. For admins of the office.',
  })
  changeOfficerListing(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, theOrganization) id: string,
    @Arg('listed', () => Boolean, {
      description:
        'True: only appointed officers and registered systems. False: whomever its identity provider names, except who was dismissed.',
    })
    listed: boolean,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => changeOfficerListing(context, id, listed));
  }

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
}
