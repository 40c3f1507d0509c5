import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Volunteer } from '../volunteer/volunteer.type.js';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { PreviewArgs } from './preview.input.js';
import { previewPerson } from './preview.service.js';

@Resolver(() => Volunteer)
export class PreviewResolver {
  @FieldResolver(() => Volunteer, {
    nullable: true,
    description:
      'This person as the organisation would see them now, had it asked for this purpose: by the same decision and the same rows, other people by the viewer’s own rights. It is logged as the person’s own read. Null for anyone but the person.',
  })
  whatWouldSee(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
    @Args(() => PreviewArgs) { organization, purpose }: PreviewArgs,
  ): SeenPerson | null {
    return previewPerson(context, volunteer, { organizationId: organization, purpose });
  }
}
