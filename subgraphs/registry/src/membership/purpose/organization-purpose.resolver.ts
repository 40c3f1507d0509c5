import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { PurposeEntity } from '../../reference/purpose/purpose.entity.js';
import { purposeByCode } from '../../reference/purpose/purpose.loader.js';
import { Purpose } from '../../reference/purpose/purpose.type.js';
import { office } from '../organization/authority.service.js';
import type { OrganizationEntity } from '../organization/organization.entity.js';
import { Organization, OrganizationResult } from '../organization/organization.type.js';
import { OrganizationPurposeInput } from './organization-purpose.input.js';
import { purposesByOrganization } from './organization-purpose.loader.js';
import { decidePurpose } from './organization-purpose.service.js';

const thePurpose = { description: 'The organisation and the purpose.' };

@Resolver(() => Organization)
export class OrganizationPurposeResolver {
  @Allow(writeScope, office('admin'))
  @Mutation(() => OrganizationResult, {
    description:
      'Lets an organisation state a purpose that its kind may not, or again one that it was forbidden. For admins of the office.',
  })
  permitPurpose(
    @Ctx() context: RequestContext,
    @Arg('input', () => OrganizationPurposeInput, thePurpose) input: OrganizationPurposeInput,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => decidePurpose(context, { ...input, permitted: true }));
  }

  @Allow(writeScope, office('admin'))
  @Mutation(() => OrganizationResult, {
    description:
      'Forbids an organisation a purpose: it reads nothing for it from the next request on. For admins of the office.',
  })
  forbidPurpose(
    @Ctx() context: RequestContext,
    @Arg('input', () => OrganizationPurposeInput, thePurpose) input: OrganizationPurposeInput,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => decidePurpose(context, { ...input, permitted: false }));
  }

  @FieldResolver(() => [Purpose], {
    nullable: true,
    description:
      'The purposes that it may state, by its kind or by decision of the office, at most 50; null while the registry is down.',
  })
  async purposes(@Root() organization: OrganizationEntity, @Ctx() context: RequestContext): Promise<PurposeEntity[]> {
    const codes = await purposesByOrganization.load(context, organization.id);
    const purposes = await Promise.all(codes.map((code) => purposeByCode.load(context, code)));
    return purposes.filter((purpose) => purpose !== null);
  }
}
