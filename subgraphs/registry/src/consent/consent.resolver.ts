import type { RequestContext } from '@birlik/kernel/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { OrganizationEntity } from '../organization/organization.entity.js';
import { organizationById } from '../organization/organization.loader.js';
import { Organization } from '../organization/organization.type.js';
import type { ConsentEntity } from './consent.entity.js';
import { GiveConsentInput } from './consent.input.js';
import { giveConsent, withdrawConsent } from './consent.service.js';
import { Consent, GiveConsentResult, WithdrawConsentResult } from './consent.type.js';

@Resolver(() => Consent)
export class ConsentResolver {
  @Mutation(() => GiveConsentResult, {
    description: 'Records the viewer’s consent that an organisation may read one category of their data.',
  })
  giveConsent(
    @Ctx() context: RequestContext,
    @Arg('input', () => GiveConsentInput, { description: 'The terms of the consent.' }) input: GiveConsentInput,
  ): Promise<ConsentEntity | Problem> {
    return asResult(() => giveConsent(context, input));
  }

  @Mutation(() => WithdrawConsentResult, {
    description: 'Withdraws one of the viewer’s consents, from the next request on.',
  })
  withdrawConsent(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The consent’s id.' }) id: string,
  ): Promise<ConsentEntity | Problem> {
    return asResult(() => withdrawConsent(context, id));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Who may read; null for every accredited member.',
  })
  recipient(@Root() consent: ConsentEntity, @Ctx() context: RequestContext): Promise<OrganizationEntity | null> | null {
    return consent.recipientOrganizationId ? organizationById.load(context, consent.recipientOrganizationId) : null;
  }
}
