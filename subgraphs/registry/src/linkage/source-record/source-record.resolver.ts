import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { readingOrganization } from '../../membership/organization/authority.service.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { SubmittedRecordEntity } from './source-record.entity.js';
import { SourceRecordInput } from './source-record.input.js';
import { declareRegister, listSourceRecords, submitSourceRecords } from './source-record.service.js';
import {
  DeclareRegisterResult,
  type Register,
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

  @Allow(writeScope, readingOrganization(...submitters))
  @Mutation(() => [SubmitSourceRecordResult], {
    description:
      'Submits records of people from the register of the viewer’s organisation, at most 100 at once, so that each gets its person. One answer a record, in the same order; a refused one is named by its place and its local key and keeps out no other. Submitting the same again changes nothing.',
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
    const outcomes = await submitSourceRecords(context, records);
    return Promise.all(
      outcomes.map((outcome) =>
        asResult(() => (outcome instanceof DomainError ? Promise.reject(outcome) : Promise.resolve(outcome))),
      ),
    );
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

  @FieldResolver(() => sourceRecordStates, { description: 'How far the office is with the record.' })
  state(@Root() record: SubmittedRecordEntity): SourceRecordState {
    return record.isInReview ? sourceRecordStates.IN_REVIEW : sourceRecordStates.ACCEPTED;
  }

  @FieldResolver(() => Volunteer, {
    nullable: true,
    description: 'The person; null while the record is in review. It may become another when the office learns more.',
  })
  volunteer(@Root() record: SubmittedRecordEntity): Volunteer | null {
    return record.isInReview ? null : { id: record.personId };
  }
}
