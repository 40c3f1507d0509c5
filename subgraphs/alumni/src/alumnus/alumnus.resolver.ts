import { listPeople, type ListedVolunteer } from '@birlik/trust/listed';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, organization, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import { alumniFacts, type AlumniFact } from '../directory/directory-listing.entity.js';
import type { AlumnusEntity } from './alumnus.entity.js';
import type { AlumniRecord } from './alumnus.loader.js';
import { confirmAlumniFacts, listAlumni } from './alumnus.service.js';
import { AlumniProfile, AlumniVolunteerConnection, ConfirmAlumniFactsResult } from './alumnus.type.js';

@Resolver(() => AlumniProfile)
export class AlumnusResolver {
  @Allow(organization('officer', 'coordinator', 'system', 'admin'))
  @Query(() => AlumniVolunteerConnection, {
    nullable: true,
    description:
      'The students and alumni of the viewer’s own association; for its officers, coordinators and systems; null while the service is down.',
  })
  async alumniVolunteers(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ListedVolunteer>> {
    const page = await listAlumni(context, args);
    return listPeople(context, page, { list: 'alumniVolunteers', personOf: (row) => row.volunteerId });
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => ConfirmAlumniFactsResult, {
    description: 'Confirms that what the associations hold about the viewer is right today; for volunteers.',
  })
  confirmAlumniFacts(
    @Ctx() context: RequestContext,
    @Arg('facts', () => [alumniFacts], { nullable: true, description: 'Only these facts; all if unset.' })
    facts: AlumniFact[] | null,
  ): Promise<AlumniRecord | Problem> {
    return asResult(() => confirmAlumniFacts(context, facts ?? null));
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: 'The country of the study; null while the registry is down.',
  })
  studyCountry(@Root() alumnus: AlumnusEntity): Country {
    return { code: alumnus.countryCode };
  }
}
