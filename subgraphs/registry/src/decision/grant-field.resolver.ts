import type { RequestContext } from '@birlik/trust/context';
import { GrantScalar } from '@birlik/trust/scalars';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { grantCategories, type GrantCategory } from './grant-category.rule.js';
import { decide, type SeenPerson } from './grant.loader.js';
import { signGrantFor } from './grant.service.js';

const grantField = (category: string) => ({
  nullable: true,
  description: `The decision on the category ${category} for its owner; null when the viewer may not read it.`,
});

/** The resolver of the fields that bring the decisions to the owners, for a type whose parts members add behind a grant. */
export function grantFieldsOf(type: new () => { readonly id: string }): Function {
  const signed = async (person: SeenPerson, context: RequestContext, category: GrantCategory) =>
    signGrantFor((await decide(context, person, category)).grant, category);

  @Resolver(() => type)
  class GrantFields {
    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('STUDY'))
    studyGrant(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
      return signed(person, context, grantCategories.STUDY);
    }

    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('PROGRAMME'))
    programmeGrant(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
      return signed(person, context, grantCategories.PROGRAMME);
    }

    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('SERVICE'))
    serviceGrant(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
      return signed(person, context, grantCategories.SERVICE);
    }

    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('ALUMNI'))
    alumniGrant(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
      return signed(person, context, grantCategories.ALUMNI);
    }

    @Directive('@inaccessible')
    @FieldResolver(() => GrantScalar, grantField('CREATIVE'))
    creativeGrant(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
      return signed(person, context, grantCategories.CREATIVE);
    }
  }
  return GrantFields;
}
