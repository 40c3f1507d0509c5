import { personalCategories } from '@birlik/trust/personal-category';
import type { RequestContext } from '@birlik/trust/context';
import { GrantScalar } from '@birlik/trust/scalars';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GrantCategory } from './grant-category.rule.js';
import type { SeenPerson } from './grant.loader.js';
import { signGrantFor } from './grant.service.js';
import { decideAloud } from './purpose-error.service.js';

/** The resolver of the fields that bring the decisions to the owners, for a type whose parts members add behind a grant. */
export function grantFieldsOf(type: new () => { readonly id: string }): Function {
  @Resolver(() => type)
  class GrantFields {
    async sign(person: SeenPerson, context: RequestContext, category: GrantCategory): Promise<string | null> {
      return signGrantFor(context, category, (await decideAloud(context, person, category)).grant);
    }
  }

  for (const { name, code, owner, grantField } of personalCategories) {
    if (grantField === null) continue;
    const target = GrantFields.prototype;
    const resolve = function resolve(this: GrantFields, person: SeenPerson, context: RequestContext) {
      return this.sign(person, context, code);
    };
    const method = { value: resolve };
    Object.defineProperty(target, grantField, method);
    Root()(target, grantField, 0);
    Ctx()(target, grantField, 1);
    Directive('@inaccessible')(target, grantField);
    Directive(`@tag(name: "grant-of/${owner}")`)(target, grantField);
    FieldResolver(() => GrantScalar, {
      nullable: true,
      description: `The decision on the category ${name} for its owner; null when the viewer may not read it.`,
    })(target, grantField, method);
  }
  return GrantFields;
}
