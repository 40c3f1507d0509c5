import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { OrganizationEntity } from '../../membership/organization/organization.entity.js';
import { organizationById } from '../../membership/organization/organization.loader.js';
import { Organization } from '../../membership/organization/organization.type.js';
import { recordedEventKinds, type RecordedEventKind } from './consent-event.entity.js';
import { eventsByConsent } from './consent-event.loader.js';
import { historyOf, type HistoryStep } from './consent-history.rule.js';
import type { ConsentEntity } from './consent.entity.js';
import { GiveConsentInput } from './consent.input.js';
import { giveConsent, withdrawConsent } from './consent.service.js';
import { Consent, ConsentEvent, GiveConsentResult, WithdrawConsentResult } from './consent.type.js';

const forWard = {
  nullable: true,
  description: 'The minor whose guardian the viewer is and for whom this is done; for the viewer if unset.',
};

@Resolver(() => Consent)
export class ConsentResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => GiveConsentResult, {
    description:
      'Records the viewer’s consent that an organisation may read one category of their data. For a minor a guardian does it.',
  })
  giveConsent(
    @Ctx() context: RequestContext,
    @Arg('input', () => GiveConsentInput, { description: 'The terms of the consent.' }) input: GiveConsentInput,
    @Arg('onBehalfOf', () => ID, forWard) onBehalfOf: string | null,
  ): Promise<ConsentEntity | Problem> {
    return asResult(() => giveConsent(context, input, onBehalfOf));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => WithdrawConsentResult, {
    description: 'Withdraws one of the viewer’s consents, from the next request on; a minor may do so alone.',
  })
  withdrawConsent(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The consent’s id.' }) id: string,
    @Arg('onBehalfOf', () => ID, forWard) onBehalfOf: string | null,
  ): Promise<ConsentEntity | Problem> {
    return asResult(() => withdrawConsent(context, id, onBehalfOf));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Who may read; null for every accredited member.',
  })
  recipient(@Root() consent: ConsentEntity, @Ctx() context: RequestContext): Promise<OrganizationEntity | null> | null {
    return consent.recipientOrganizationId ? organizationById.load(context, consent.recipientOrganizationId) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The signed receipt of the consent, to be kept: a compact JWS of the type `consent-receipt+jwt`, to be verified with `Query.signingKeys`; null for one that came into the register without a receipt.',
  })
  receipt(@Root() consent: ConsentEntity, @Ctx() context: RequestContext): Promise<string | null> {
    return receiptOfKind(context, consent, recordedEventKinds.GIVEN);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The signed receipt of the withdrawal; null while it is not withdrawn, and if there is none.',
  })
  withdrawalReceipt(@Root() consent: ConsentEntity, @Ctx() context: RequestContext): Promise<string | null> {
    return receiptOfKind(context, consent, recordedEventKinds.WITHDRAWN);
  }

  @FieldResolver(() => [ConsentEvent], { description: 'What happened to it until now, oldest first, at most 3.' })
  async history(@Root() consent: ConsentEntity, @Ctx() context: RequestContext): Promise<HistoryStep[]> {
    return historyOf(consent, await eventsByConsent.load(context, consent.id), new Date());
  }
}

async function receiptOfKind(
  context: RequestContext,
  consent: ConsentEntity,
  kind: RecordedEventKind,
): Promise<string | null> {
  const events = await eventsByConsent.load(context, consent.id);
  return events.find((event) => event.kind === kind)?.receipt ?? null;
}
