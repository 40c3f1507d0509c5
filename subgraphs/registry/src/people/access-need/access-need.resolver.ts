import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../../decision/grant.loader.js';
import type { OwnFactsChange } from '../own-facts/own-facts.type.js';
import { OwnFactsChangeResult } from '../own-facts/own-facts.type.js';
import { Volunteer } from '../volunteer/volunteer.type.js';
import { ChangeAccessNeedsInput } from './access-need.input.js';
import { changeAccessNeeds, openAccessNeeds, type StatedNeeds } from './access-need.service.js';
import { AccessNeeds } from './access-need.type.js';

@Resolver(() => Volunteer)
export class AccessNeedResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => OwnFactsChangeResult, {
    description:
      'Says what the viewer needs to take part, or takes it back; for those alone to whom a consent for ACCESS_NEEDS, or an emergency, shows it.',
  })
  changeAccessNeeds(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeAccessNeedsInput, { description: 'What they need.' }) input: ChangeAccessNeedsInput,
    @Arg('onBehalfOf', () => ID, {
      nullable: true,
      description: 'The minor for whom the viewer decides as guardian; unset for the viewer’s own.',
    })
    onBehalfOf: string | null,
  ): Promise<OwnFactsChange | Problem> {
    return asResult(() => changeAccessNeeds(context, input, onBehalfOf ?? null));
  }

  @FieldResolver(() => AccessNeeds, {
    nullable: true,
    description:
      'What the person needs to take part; null without a grant for the category ACCESS_NEEDS, which no tie opens.',
  })
  accessNeeds(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<StatedNeeds | null> {
    return openAccessNeeds(context, person);
  }
}
