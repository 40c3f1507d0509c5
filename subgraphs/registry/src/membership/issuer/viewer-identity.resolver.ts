import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { OrganizationEntity } from '../organization/organization.entity.js';
import { organizationById } from '../organization/organization.loader.js';
import { Organization } from '../organization/organization.type.js';
import { identifyViewer } from './viewer-identity.service.js';
import { ViewerIdentity } from './viewer-identity.type.js';

@Resolver(() => ViewerIdentity)
export class ViewerIdentityResolver {
  @Allow(anyone)
  @Directive('@tag(name: "authorization-status")')
  @Query(() => ViewerIdentity, {
    nullable: true,
    description:
      'Who the viewer is: whom the office or an organisation has bound to the subject of the token, and what the token claims as far as the office permits it to the identity provider. Nobody without a token; null while the service is down.',
  })
  viewerIdentity(@Ctx() context: RequestContext): Promise<ViewerIdentity> {
    return identifyViewer(context);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation whose affairs the viewer sees to; null for whoever acts for none.',
  })
  organization(
    @Root() { organizationId }: ViewerIdentity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> | null {
    return organizationId === null ? null : organizationById.load(context, organizationId);
  }
}
