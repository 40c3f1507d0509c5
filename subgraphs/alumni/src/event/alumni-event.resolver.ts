import { ConnectionArgs, mapConnection, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { Allow, anyone, organization, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { listPeople } from '@birlik/trust/listed';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import { languageOf, textsOf } from '../text/four-languages.rule.js';
import { FourLanguages } from '../text/four-languages.type.js';
import type { AlumniEventEntity } from './alumni-event.entity.js';
import { CorrectAlumniEventInput, PlanAlumniEventInput } from './alumni-event.input.js';
import { correctEvent, listEvents, moveEvent, planEvent } from './alumni-event.service.js';
import type { EventAttendance, EventGuest } from './alumni-event.type.js';
import {
  AlumniEvent,
  AlumniEventConnection,
  AlumniEventResult,
  EventAttendanceResult,
  EventGuestConnection,
  OwnEventAnswerConnection,
  OwnEventAnswerResult,
} from './alumni-event.type.js';
import { eventAnswers, type EventAnswer, type EventAnswerEntity } from './event-answer.entity.js';
import {
  answerEvent,
  listGuests,
  listOwnAnswers,
  recordAttendance,
  type AnswerWithEvent,
} from './event-answer.service.js';

@Resolver(() => AlumniEvent)
export class AlumniEventResolver {
  @Allow(anyone)
  @Query(() => AlumniEventConnection, {
    nullable: true,
    description:
      'Events of the platform and its associations that have not ended, the next one first; null while the service is down.',
  })
  alumniEvents(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('countryCode', () => CountryCodeScalar, {
      nullable: true,
      description: 'Only those in this country; all if unset.',
    })
    countryCode: string | null,
  ): Promise<Connection<AlumniEventEntity>> {
    return listEvents(context, args, { countryCode: countryCode ?? null, own: false });
  }

  @Allow(organization('officer', 'coordinator', 'admin'))
  @Query(() => AlumniEventConnection, {
    nullable: true,
    description:
      'All events of the viewer’s own organisation, planned, past and cancelled ones too, the last one first; null while the service is down.',
  })
  ownAlumniEvents(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<AlumniEventEntity>> {
    return listEvents(context, args, { countryCode: null, own: true });
  }

  @Allow(writeScope, organization('officer', 'coordinator', 'admin'))
  @Mutation(() => AlumniEventResult, {
    description:
      'Plans an event, which nobody else sees before it is published; for officers and coordinators of the platform and its associations.',
  })
  planAlumniEvent(
    @Ctx() context: RequestContext,
    @Arg('input', () => PlanAlumniEventInput, { description: 'The event.' }) input: PlanAlumniEventInput,
  ): Promise<AlumniEventEntity | Problem> {
    return asResult(() => planEvent(context, input));
  }

  @Allow(writeScope, organization('officer', 'coordinator', 'admin'))
  @Mutation(() => AlumniEventResult, { description: 'Publishes an event that the viewer’s own organisation planned.' })
  publishAlumniEvent(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('eventId', () => ID, { description: 'The event’s id.' })
    eventId: string,
  ): Promise<AlumniEventEntity | Problem> {
    return asResult(() => moveEvent(context, eventId, 'published'));
  }

  @Allow(writeScope, organization('officer', 'coordinator', 'admin'))
  @Mutation(() => AlumniEventResult, {
    description: 'Cancels an event of the viewer’s own organisation before it ends; whoever said yes or maybe is told.',
  })
  cancelAlumniEvent(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('eventId', () => ID, { description: 'The event’s id.' })
    eventId: string,
  ): Promise<AlumniEventEntity | Problem> {
    return asResult(() => moveEvent(context, eventId, 'cancelled'));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => OwnEventAnswerResult, {
    description:
      'Says whether the viewer comes, or says it anew, until the event begins. Who gives a place up makes room for who waits longest.',
  })
  answerAlumniEvent(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('eventId', () => ID, { description: 'The event’s id.' })
    eventId: string,
    @Arg('answer', () => eventAnswers, { description: 'Whether the viewer comes.' }) answer: EventAnswer,
  ): Promise<AnswerWithEvent | Problem> {
    return asResult(() => answerEvent(context, { eventId, answer }));
  }

  @Allow(volunteer)
  @Query(() => OwnEventAnswerConnection, {
    nullable: true,
    description: 'What the viewer said to events, the newest answer first; null while the service is down.',
  })
  async myEventAnswers(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<object>> {
    const { page, events } = await listOwnAnswers(context, args);
    return mapConnection(page, (answer) => Object.assign(answer, { event: events.get(answer.eventId) }));
  }

  @Allow(organization('officer', 'coordinator', 'admin'))
  @Query(() => EventGuestConnection, {
    nullable: true,
    description:
      'Who answered an event of the viewer’s own organisation, in the order of their first answers; null while the service is down.',
  })
  async alumniEventGuests(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Directive('@tag(name: "public")')
    @Arg('eventId', () => ID, { description: 'The event’s id.' })
    eventId: string,
  ): Promise<Connection<EventGuest>> {
    const page = await listGuests(context, args, eventId);
    const people = listPeople(context, page, { list: 'alumniEventGuests', personOf: (row) => row.volunteerId });
    const personOf = new Map<EventAnswerEntity, EventGuest['person']>(
      page.nodes.map((row, at) => [row, people.nodes[at] ?? null]),
    );
    return mapConnection(page, (row) => ({
      id: row.id,
      answer: row.answer,
      place: row.place ?? null,
      attended: row.attended ?? null,
      person: personOf.get(row) ?? null,
    }));
  }

  @Allow(writeScope, organization('officer', 'coordinator', 'admin'))
  @Mutation(() => EventAttendanceResult, {
    description:
      'Notes for all of an event at once who was there, and that everybody else with a place was not; it can be noted anew.',
  })
  async recordEventAttendance(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('eventId', () => ID, { description: 'The event’s id.' })
    eventId: string,
    @Arg('present', () => [ID], { description: 'The ids of the answers of those who were there.' }) present: string[],
    @Arg('among', () => [ID], {
      nullable: true,
      description: 'Only these answers are noted, as of one page of the list; all of the event if unset.',
    })
    among: string[] | null,
  ): Promise<EventAttendance | Problem> {
    return asResult(() => recordAttendance(context, { eventId, present, among: among ?? null }));
  }

  @Allow(writeScope, organization('officer', 'coordinator', 'admin'))
  @Mutation(() => AlumniEventResult, {
    description:
      'Corrects an event of the viewer’s own organisation until it begins; whoever said yes or maybe is told of another time or place. Who has a place keeps it.',
  })
  correctAlumniEvent(
    @Ctx() context: RequestContext,
    @Arg('input', () => CorrectAlumniEventInput, { description: 'The event as it is to be.' })
    input: CorrectAlumniEventInput,
  ): Promise<AlumniEventEntity | Problem> {
    return asResult(() => correctEvent(context, input));
  }

  @FieldResolver(() => FourLanguages, { description: 'The title in each language in which it was written.' })
  titleTexts(@Root() { title }: AlumniEventEntity): FourLanguages {
    return textsOf(title);
  }

  @FieldResolver(() => FourLanguages, { description: 'What it is, in each language in which it was written.' })
  bodyTexts(@Root() { body }: AlumniEventEntity): FourLanguages {
    return textsOf(body);
  }

  @FieldResolver(() => String, {
    description: 'The language in which the caller is shown it: theirs, or `az` where nobody wrote it in theirs.',
  })
  language(@Root() { body }: AlumniEventEntity, @Ctx() context: RequestContext): string {
    return languageOf(body, context.localize(body));
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: 'In which country it is; null if in none, and while the registry is down.',
  })
  country(@Root() { countryCode }: AlumniEventEntity): Country | null {
    return countryCode == null ? null : { code: countryCode };
  }
}
