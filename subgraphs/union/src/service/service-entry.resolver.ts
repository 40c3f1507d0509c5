import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OpportunityEntity } from '../opportunity/opportunity.entity.js';
import { servedOpportunityById } from '../opportunity/opportunity.loader.js';
import { Opportunity } from '../opportunity/opportunity.type.js';
import type { ServiceEntryEntity } from './service-entry.entity.js';
import { ServiceEntry } from './service-entry.type.js';

@Resolver(() => ServiceEntry)
export class ServiceEntryResolver {
  @FieldResolver(() => Opportunity, {
    nullable: true,
    description: 'The opportunity that the service was part of; null if it was none or is no longer published.',
  })
  opportunity(@Root() entry: ServiceEntryEntity, @Ctx() context: RequestContext): Promise<OpportunityEntity | null> {
    const { opportunityId } = entry;
    return opportunityId ? servedOpportunityById.load(context, opportunityId) : Promise.resolve(null);
  }
}
