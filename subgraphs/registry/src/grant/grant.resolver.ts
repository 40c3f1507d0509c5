import type { RequestContext } from '@birlik/kernel/context';
import { GrantScalar } from '@birlik/kernel/scalars';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Directive, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { DataExport } from '../data-export/data-export.type.js';
import { Volunteer } from '../volunteer/volunteer.type.js';
import { askedCategories } from './asked-categories.rule.js';
import { grantCategories, ownerOf, type GrantCategory } from './grant-category.rule.js';
import { grantByQuestion } from './grant.loader.js';
import { sealGrant } from './grant.service.js';
import { Withheld } from './grant.type.js';

const grantField = (category: string) => ({
  nullable: true,
  description: `The decision on the category ${category} for its owner; null when the viewer may not read it.`,
});

/** The fields that carry the decisions to the owners, on every type whose parts members add behind a grant. */
function grantFieldsOf(type: new () => { readonly id: string }) {
  const sealed = async ({ id }: { readonly id: string }, context: RequestContext, category: GrantCategory) =>
    sealGrant(await grantByQuestion.load(context, { volunteerId: id, category }), category);

  @Resolver(() => type)
  class GrantFields {
    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('STUDY'))
    studyGrant(@Root() person: { id: string }, @Ctx() context: RequestContext): Promise<string | null> {
      return sealed(person, context, grantCategories.STUDY);
    }

    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('PROGRAMME'))
    programmeGrant(@Root() person: { id: string }, @Ctx() context: RequestContext): Promise<string | null> {
      return sealed(person, context, grantCategories.PROGRAMME);
    }

    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('SERVICE'))
    serviceGrant(@Root() person: { id: string }, @Ctx() context: RequestContext): Promise<string | null> {
      return sealed(person, context, grantCategories.SERVICE);
    }

    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('ALUMNI'))
    alumniGrant(@Root() person: { id: string }, @Ctx() context: RequestContext): Promise<string | null> {
      return sealed(person, context, grantCategories.ALUMNI);
    }

    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('CREATIVE'))
    creativeGrant(@Root() person: { id: string }, @Ctx() context: RequestContext): Promise<string | null> {
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
    @Root() volunteer: Volunteer,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Withheld[]> {
    const categories = askedCategories(info);
    const questions = categories.map((category) => ({ volunteerId: volunteer.id, category }));
    const grants = await Promise.all(questions.map((question) => grantByQuestion.load(context, question)));
    return categories.filter((_, index) => !grants[index]).map((category) => ({ category, owner: ownerOf(category) }));
  }
}
