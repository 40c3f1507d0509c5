import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, asResults, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { readingOrganization } from '../../membership/organization/authority.service.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { SubmittedRecordEntity } from './source-record.entity.js';
import { SourceRecordInput } from './source-record.input.js';
import { discloseRecord } from './record-disclosure.service.js';
import { declareRegister, findOwnRegister, listSourceRecords, submitSourceRecords } from './source-record.service.js';
import {
  DeclareRegisterResult,
  DiscloseRecordResult,
  type RecordDisclosure,
  Register,
  SourceRecord,
  SourceRecordConnection,
  sourceRecordStates,
  type SourceRecordState,
  SubmitSourceRecordResult,
} from './source-record.type.js';

const submitters = ['officer', 'admin', 'system'];

@Resolver(() => SourceRecord)
export class SourceRecordResolver {
  @Allow(readingOrganization(...submitters))
  @Query(() => SourceRecordConnection, {
    nullable: true,
    description:
      'The records that the viewer’s organisation submitted, by their local keys; null while the service is down.',
  })
  sourceRecords(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<SubmittedRecordEntity>> {
    return listSourceRecords(context, args);
  }

  @Allow(readingOrganization(...submitters))
  @Query(() => Register, {
    nullable: true,
    description:
      'What the viewer’s organisation says of its register now; null where it has said nothing, and while the service is down.',
  })
  ownRegister(@Ctx() context: RequestContext): Promise<Register | null> {
    return findOwnRegister(context);
  }

  @Allow(writeScope, readingOrganization(...submitters))
  @Mutation(() => [SubmitSourceRecordResult], {
    description:
      'Submits records of people from the register of the viewer’s organisation, at most 100 at once and so many a day, for a purpose that discloses something. One answer a record, in the same order; a refused one is named by its place and its local key and keeps out no other. Submitting the same again changes nothing. Whom a record is linked with is told to the person and the office alone.',
  })
  async submitSourceRecords(
    @Ctx() context: RequestContext,
    @Arg('records', () => [SourceRecordInput], {
      description: 'The records, each with a local key of its own.',
      // Each record is validated by itself, so that a bad one does not keep out the others.
      validate: false,
    })
    records: SourceRecordInput[],
  ): Promise<(SubmittedRecordEntity | Problem)[]> {
    return asResults(await submitSourceRecords(context, records));
  }

  @Allow(writeScope, readingOrganization(...submitters))
  @Mutation(() => DeclareRegisterResult, {
    description: 'Says of the register of the viewer’s organisation whether it holds each person once.',
  })
  declareRegister(
    @Ctx() context: RequestContext,
    @Arg('eachPersonOnce', () => Boolean, { description: 'Whether no person is in it twice.' }) eachPersonOnce: boolean,
  ): Promise<Register | Problem> {
    return asResult(() => declareRegister(context, eachPersonOnce));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => DiscloseRecordResult, {
    description:
      'Tells the organisation that submitted a record that it is the viewer’s, so that it finds the viewer by it; or tells it no longer.',
  })
  discloseRecord(
    @Ctx() context: RequestContext,
    @Arg('reference', () => ID, { description: 'The record, as the viewer’s access log refers to it.' })
    reference: string,
    @Arg('isDisclosed', () => Boolean, { description: 'Whether the organisation is told.' }) isDisclosed: boolean,
  ): Promise<RecordDisclosure | Problem> {
    return asResult(() => discloseRecord(context, { reference, isDisclosed }));
  }

  @FieldResolver(() => sourceRecordStates, {
    description: 'How the record stands, as far as its organisation is told.',
  })
  state(): SourceRecordState {
    return sourceRecordStates.ACCEPTED;
  }

  @FieldResolver(() => Volunteer, {
    nullable: true,
    description:
      'The person, once they have told the organisation that the record is theirs; null before, whoever it is.',
  })
  volunteer(@Root() record: SubmittedRecordEntity): Volunteer | null {
    return record.volunteerId == null ? null : { id: record.volunteerId };
  }
}
