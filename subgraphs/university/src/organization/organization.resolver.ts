import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Organization, StudentSummary } from './organization.type.js';
import { studentSummaryByOrganizationId } from './student-summary.loader.js';

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => StudentSummary, {
    nullable: true,
    description:
      'How many people study there; all of it is withheld for an organisation that is no university. Null while the universities’ service is down.',
  })
  studentSummary(@Root() organization: Organization, @Ctx() context: RequestContext): Promise<StudentSummary> {
    return studentSummaryByOrganizationId.load(context, organization.id);
  }
}
