import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, anyone, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import type { DirectoryEntryEntity } from './directory-entry.entity.js';
import { AlumniDirectoryFilter, AlumniFactsInput, DirectoryChoiceInput } from './directory-entry.input.js';
import {
  changeAlumniFacts,
  findOwnRecord,
  searchDirectory,
  setDirectoryVisibility,
  type OwnRecord,
} from './directory-entry.service.js';
import {
  AlumniDirectoryEntry,
  AlumniDirectoryEntryConnection,
  OwnAlumniRecord,
  OwnAlumniRecordResult,
} from './directory-entry.type.js';

@Resolver(() => AlumniDirectoryEntry)
export class DirectoryEntryResolver {
  @Allow(anyone)
  @Query(() => AlumniDirectoryEntryConnection, {
    nullable: true,
    description:
      'Students and alumni who let the viewer find them, by name as the viewer’s language sorts, those who show no name last. Who shows the viewer nothing is not listed. Null while the service is down.',
  })
  alumniDirectory(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => AlumniDirectoryFilter, { nullable: true, description: 'Only such people; all if unset.' })
    filter: AlumniDirectoryFilter | null,
  ): Promise<Connection<DirectoryEntryEntity>> {
    return searchDirectory(context, args, filter ?? {});
  }

  @Allow(volunteer)
  @Query(() => OwnAlumniRecord, {
    nullable: true,
    description:
      'What the viewer’s association has of the viewer and what of it is shown to whom, of the study that ends last; null if no association has anything, and while the service is down.',
  })
  myAlumniRecord(@Ctx() context: RequestContext): Promise<OwnRecord | null> {
    return findOwnRecord(context);
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => OwnAlumniRecordResult, {
    description: 'Says who may see facts about the viewer; it holds from the next question on.',
  })
  setDirectoryVisibility(
    @Ctx() context: RequestContext,
    @Arg('choices', () => [DirectoryChoiceInput], {
      description: 'Who may see what; what is not named stays. The last one counts for a fact that is named twice.',
    })
    choices: DirectoryChoiceInput[],
  ): Promise<OwnRecord | Problem> {
    return asResult(() => setDirectoryVisibility(context, choices));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => OwnAlumniRecordResult, {
    description: 'Says what is right about the viewer today, which confirms each fact that it changes.',
  })
  changeAlumniFacts(
    @Ctx() context: RequestContext,
    @Arg('input', () => AlumniFactsInput, { description: 'All facts as they are now.' }) input: AlumniFactsInput,
  ): Promise<OwnRecord | Problem> {
    return asResult(() => changeAlumniFacts(context, input));
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: 'The country of the study; null where it is hidden, and while the registry is down.',
  })
  country(@Root() { countryCode }: Pick<DirectoryEntryEntity, 'countryCode'>): Country | null {
    return countryCode == null ? null : { code: countryCode };
  }
}
