import type { RequestContext } from '@birlik/kernel/context';
import { GrantScalar } from '@birlik/kernel/scalars';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Directive, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { DataExport } from '../erasure/data-export.type.js';
import { Volunteer } from '../people/volunteer/volunteer.type.js';
import { askedCategories } from './asked-categories.rule.js';
import { grantCategories, ownerOf, type GrantCategory } from './grant-category.rule.js';
import { decide, type SeenPerson } from './grant.loader.js';
import { sealGrant } from './grant.service.js';
import { Withheld } from './grant.type.js';

const grantField = (category: string) => ({
  nullable: true,
  description: `The decision on the category ${category} for its owner; null when the viewer may not read it.`,
});

/** The fields that carry the decisions to the owners, on every type whose parts members add behind a grant. */
function grantFieldsOf(type: new () => { readonly id: string }) {
  const sealed = async (person: SeenPerson, context: RequestContext, category: GrantCategory) =>
    sealGrant((await decide(context, person, category)).grant, category);

  @Resolver(() => type)
  class GrantFields {
    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('STUDY'))
    studyGrant(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
      return sealed(person, context, grantCategories.STUDY);
    }

    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('PROGRAMME'))
    programmeGrant(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
      return sealed(person, context, grantCategories.PROGRAMME);
    }

    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('SERVICE'))
    serviceGrant(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
      return sealed(person, context, grantCategories.SERVICE);
    }

    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('ALUMNI'))
    alumniGrant(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
      return sealed(person, context, grantCategories.ALUMNI);
    }

    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('CREATIVE'))
    creativeGrant(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
      return sealed(person, context, grantCategories.CREATIVE);
    }
  }
  return GrantFields;
}

export const VolunteerGrantResolver = grantFieldsOf(Volunteer);
export const DataExportGrantResolver = grantFieldsOf(DataExport);

@Resolver(() => Volunteer)
export class WithheldResolver {
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
