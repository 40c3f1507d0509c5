import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { PersonalSection, readSection } from '@birlik/trust/data-export';
import { standsForPerson } from '@birlik/trust/grant';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { requireConsentActor } from '../consent/guardianship/guardianship.service.js';
import { ownCategory } from '../decision/grant-category.rule.js';
import { grantFieldsOf } from '../decision/grant-field.resolver.js';
import { decide } from '../decision/grant.loader.js';
import type { AccessLogEntryEntity } from '../log/access-log/access-log-entry.entity.js';
import { listAccessLog } from '../log/access-log/access-log-entry.service.js';
import { AccessLogEntryConnection } from '../log/access-log/access-log-entry.type.js';
import { personalData } from '../personal-data.js';
import { DataExport } from './data-export.type.js';

export const DataExportGrantResolver = grantFieldsOf(DataExport);

@Resolver(() => DataExport)
export class DataExportResolver {
  @Allow(anyone)
  @Query(() => DataExport, {
    nullable: true,
    description:
      'Everything that all members hold about the viewer, or about a minor whose guardian the viewer is, a section each; null for a viewer who is no volunteer and while the service is down.',
  })
  async myDataExport(
    @Ctx() context: RequestContext,
    @Arg('onBehalfOf', () => ID, {
      nullable: true,
      description: 'The minor for whom the viewer decides as guardian; unset for the viewer’s own.',
    })
    onBehalfOf: string | null,
  ): Promise<DataExport | null> {
    if (!context.viewer?.volunteerId) return null;
    return { id: (await requireConsentActor(context, onBehalfOf)).volunteerId };
  }

  @FieldResolver(() => PersonalSection, {
    nullable: true,
    description: 'What the registry holds: identity, affiliations, consents, the access log; null once it is erased.',
  })
  async registry(@Root() root: DataExport, @Ctx() context: RequestContext): Promise<PersonalSection | null> {
    const { grant } = await decide(context, root, ownCategory);
    return grant && standsForPerson(grant) ? readSection(context, personalData, grant) : null;
  }

  @FieldResolver(() => AccessLogEntryConnection, {
    nullable: true,
    description: 'Who asked for the person’s data, newest first, as in `whoViewedMyData`: each entry with its proof.',
  })
  accessLog(
    @Root() root: DataExport,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<AccessLogEntryEntity> | null> {
    return listAccessLog(context, args, { id: root.id });
  }
}
