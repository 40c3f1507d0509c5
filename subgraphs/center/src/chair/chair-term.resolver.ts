import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { DateScalar } from '@birlik/kernel/scalars';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { ConferenceEntity } from '../conference/conference.entity.js';
import { conferenceById } from '../conference/conference.loader.js';
import { Conference } from '../conference/conference.type.js';
import type { ChairTermHolderEntity } from './chair-term-holder.entity.js';
import { holdersByChairTerm } from './chair-term-holder.loader.js';
import { ChairTermHolder } from './chair-term-holder.type.js';
import type { ChairTermEntity } from './chair-term.entity.js';
import { findChairTerm, listChairTerms } from './chair-term.service.js';
import { ChairTerm, ChairTermConnection } from './chair-term.type.js';

@Resolver(() => ChairTerm)
export class ChairTermResolver {
  @Allow(anyone)
  @Query(() => ChairTermConnection, {
    nullable: true,
    description: 'The chair terms of the center, newest first; null while the service is down.',
  })
  chairTerms(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ChairTermEntity>> {
    return listChairTerms(context, args);
  }

  @Allow(anyone)
  @Query(() => ChairTerm, {
    nullable: true,
    description: 'The chair term that covers a day; null if none is known and while the service is down.',
  })
  chair(
    @Ctx() context: RequestContext,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day; today in UTC if unset.' })
    on: string | null,
  ): Promise<ChairTermEntity | null> {
    return findChairTerm(context, on ?? context.today());
  }

  @FieldResolver(() => [ChairTermHolder], { description: 'Who chairs in this term, at most 50.' })
  holders(@Root() term: ChairTermEntity, @Ctx() context: RequestContext): Promise<ChairTermHolderEntity[]> {
    return holdersByChairTerm.load(context, term.id);
  }

  @FieldResolver(() => Conference, {
    nullable: true,
    description: 'The conference at which it was announced who chairs; null if that is not known.',
  })
  async announcedAt(
    @Root() { announcedAtId }: ChairTermEntity,
    @Ctx() context: RequestContext,
  ): Promise<ConferenceEntity | null> {
    return announcedAtId ? conferenceById.load(context, announcedAtId) : null;
  }

  @FieldResolver(() => Conference, {
    nullable: true,
    description: 'The conference at which the projects of the term were presented; null if that is not known.',
  })
  async projectsPresentedAt(
    @Root() { projectsToldAtId }: ChairTermEntity,
    @Ctx() context: RequestContext,
  ): Promise<ConferenceEntity | null> {
    return projectsToldAtId ? conferenceById.load(context, projectsToldAtId) : null;
  }
}
