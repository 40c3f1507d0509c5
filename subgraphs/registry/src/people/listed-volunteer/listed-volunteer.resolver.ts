import type { RequestContext } from '@birlik/trust/context';
import { verifyListing } from '@birlik/trust/listing';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { memberKeys } from '../../decision/grant.service.js';
import { purposeError } from '../../decision/purpose-error.service.js';
import { Volunteer } from '../volunteer/volunteer.type.js';
import { outcomeOfListing } from './listed-volunteer.loader.js';
import { ListedVolunteer } from './listed-volunteer.type.js';

@Resolver(() => ListedVolunteer)
export class ListedVolunteerResolver {
  @FieldResolver(() => Volunteer, {
    nullable: true,
    description:
      'The person, who sees in their log that they were listed; null without a purpose that opens the list, of which the operation is told once, for who has left, and while the registry is down.',
  })
  async volunteer(@Root() { statement }: ListedVolunteer, @Ctx() context: RequestContext): Promise<Volunteer | null> {
    const stated = verifyListing(statement, {
      viewer: context.keyOwner,
      organization: context.organizationId,
      keys: memberKeys.of(context.member),
    });
    if (!stated) return null;
    const { person, list } = stated.listing;
    const { shown, refusal } = await outcomeOfListing.load(context, { person, list, category: stated.category.code });
    if (refusal !== null && context.saysFirst('purpose')) throw await purposeError(context, refusal);
    return shown ? { id: person } : null;
  }
}
