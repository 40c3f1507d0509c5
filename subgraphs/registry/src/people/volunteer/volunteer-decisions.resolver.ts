import type { RequestContext } from '@birlik/trust/context';
import { personalCategories } from '@birlik/trust/personal-category';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { ownerOf } from '../../decision/grant-category.rule.js';
import { grantFieldsOf } from '../../decision/grant-field.resolver.js';
import { decide, type SeenPerson } from '../../decision/grant.loader.js';
import { Withheld } from '../../decision/grant.type.js';
import { notedFields } from '../../decision/noted-fields.rule.js';
import { Volunteer } from './volunteer.type.js';

export const VolunteerGrantResolver = grantFieldsOf(Volunteer);

@Resolver(() => Volunteer)
export class WithheldResolver {
  @FieldResolver(() => [Withheld], {
    nullable: true,
    description: `What this operation asked of this person and does not get, at most ${personalCategories.length}, one for each category; null while the registry is down.`,
  })
  async withheld(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Withheld[]> {
    const categories = [...notedFields(context.statedReads(info)).keys()];
    const decisions = await Promise.all(categories.map((category) => decide(context, volunteer, category)));
    return categories.flatMap((category, index) => {
      const reason = decisions[index]?.refusal ?? null;
      return reason === null ? [] : [{ category, owner: ownerOf(category), reason }];
    });
  }
}
