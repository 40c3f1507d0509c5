import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Ctx, Directive, Query, Resolver } from 'type-graphql';
import { identifyViewer } from './viewer-identity.service.js';
import { ViewerIdentity } from './viewer-identity.type.js';

@Resolver()
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
}
