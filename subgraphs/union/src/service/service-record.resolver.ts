import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Organization } from '@birlik/trust/organization';
import type { VolunteerAgreementEntity } from '../agreement/volunteer-agreement.entity.js';
import { agreementsByGrant } from '../agreement/volunteer-agreement.loader.js';
import { VolunteerAgreement } from '../agreement/volunteer-agreement.type.js';
import type { ServiceEntryEntity } from './service-entry.entity.js';
import { entriesByGrant } from './service-entry.loader.js';
import { ServiceEntry } from './service-entry.type.js';
import type { ServiceTotals } from './service-record.loader.js';
import { ServiceRecord } from './service-record.type.js';

@Resolver(() => ServiceRecord)
export class ServiceRecordResolver {
  @FieldResolver(() => [Organization], {
    nullable: true,
    description: 'The organisations that were served, at most 50; null while the registry is down.',
  })
  organizations(@Root() { organizationIds }: ServiceTotals): Organization[] {
    return organizationIds.map((id) => ({ id }));
  }

  @FieldResolver(() => [ServiceEntry], { description: 'The entries that count, newest first, at most 20.' })
  entries(@Root() { grant }: ServiceTotals, @Ctx() context: RequestContext): Promise<ServiceEntryEntity[]> {
    return entriesByGrant.load(context, grant);
  }

  @FieldResolver(() => [VolunteerAgreement], { description: 'The volunteer agreements, newest first, at most 50.' })
  agreements(@Root() { grant }: ServiceTotals, @Ctx() context: RequestContext): Promise<VolunteerAgreementEntity[]> {
    return agreementsByGrant.load(context, grant);
  }
}
