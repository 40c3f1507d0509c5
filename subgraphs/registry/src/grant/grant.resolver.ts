import type { RequestContext } from '@birlik/kernel/context';
import { GrantScalar } from '@birlik/kernel/scalars';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Directive, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Volunteer } from '../volunteer/volunteer.type.js';
import { askedCategories } from './asked-categories.rule.js';
import { grantCategories, ownerOf, type GrantCategory } from './grant-category.rule.js';
import { decide, type SeenPerson } from './grant.loader.js';
import { sealGrant } from './grant.service.js';
import { Withheld } from './grant.type.js';

const grantField = (category: string) => ({
  nullable: true,
  description: `The decision on the category ${category} for its owner; null when the viewer may not read it.`,
});

async function sealedGrant(volunteer: SeenPerson, context: RequestContext, category: GrantCategory) {
  const { grant } = await decide(context, volunteer, category);
  return sealGrant(grant, category);
}

@Resolver(() => Volunteer)
export class GrantResolver {
  @Directive('@inaccessible')
  @FieldResolver(() => GrantScalar, grantField('STUDY'))
  studyGrant(@Root() volunteer: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
    return sealedGrant(volunteer, context, grantCategories.STUDY);
  }

  @Directive('@inaccessible')
  @FieldResolver(() => GrantScalar, grantField('PROGRAMME'))
  programmeGrant(@Root() volunteer: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
    return sealedGrant(volunteer, context, grantCategories.PROGRAMME);
  }

  @Directive('@inaccessible')
  @FieldResolver(() => GrantScalar, grantField('SERVICE'))
  serviceGrant(@Root() volunteer: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
    return sealedGrant(volunteer, context, grantCategories.SERVICE);
  }

  @Directive('@inaccessible')
  @FieldResolver(() => GrantScalar, grantField('ALUMNI'))
  alumniGrant(@Root() volunteer: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
    return sealedGrant(volunteer, context, grantCategories.ALUMNI);
  }

  @Directive('@inaccessible')
  @FieldResolver(() => GrantScalar, grantField('CREATIVE'))
  creativeGrant(@Root() volunteer: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
    return sealedGrant(volunteer, context, grantCategories.CREATIVE);
  }

  @FieldResolver(() => [Withheld], {
    nullable: true,
    description:
      'What this operation asked of this person and does not get, at most 6, one for each category; null while the registry is down.',
  })
  async withheld(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Withheld[]> {
    const categories = askedCategories(info);
    const decisions = await Promise.all(categories.map((category) => decide(context, volunteer, category)));
    return categories.flatMap((category, index) => {
      const reason = decisions[index]?.refusal ?? null;
      return reason === null ? [] : [{ category, owner: ownerOf(category), reason }];
    });
  }
}
