import { purposes, type Purpose as Published } from '@birlik/trust/purpose';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { grantCategories, type GrantCategory } from '../../decision/grant-category.rule.js';
import type { PurposeEntity } from '../../reference/purpose/purpose.entity.js';
import { Purpose } from '../../reference/purpose/purpose.type.js';
import { organizationKinds, type OrganizationKind } from '../organization/organization.entity.js';

@Resolver(() => Purpose)
export class PurposeTermsResolver {
  @FieldResolver(() => [grantCategories], {
    description:
      'The categories that may be read for it at all, at most 50; none for a purpose that needs nobody’s data.',
  })
  opens(@Root() purpose: PurposeEntity): GrantCategory[] {
    return termsOf(purpose).opens.map((category) => category.toLowerCase());
  }

  @FieldResolver(() => [organizationKinds], {
    description:
      'The kinds of organisations that may state it, at most 50; the office may permit it to others, and forbid it to one of these.',
  })
  kinds(@Root() purpose: PurposeEntity): OrganizationKind[] {
    return termsOf(purpose).kinds as OrganizationKind[];
  }

  @FieldResolver(() => [String], {
    description: 'The roles, as tokens name them, in which it may be stated for an organisation, at most 50.',
  })
  roles(@Root() purpose: PurposeEntity): readonly string[] {
    return termsOf(purpose).roles;
  }
}

const nobody = { opens: [], kinds: [], roles: [] };

/** What the published table says; a purpose that it no longer has, and that consents still name, opens nothing for anybody. */
function termsOf({ code }: PurposeEntity): Pick<Published, 'opens' | 'kinds' | 'roles'> {
  return purposes.find((one) => one.code === code) ?? nobody;
}
