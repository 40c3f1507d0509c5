import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { listPerson, ListedVolunteer } from '@birlik/trust/listed';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CheckInEntity } from './check-in.entity.js';
import { listCheckIns } from './check-in.service.js';
import { CheckIn, CheckInConnection, type CheckInsChanged, CheckInsChangedResult } from './check-in.type.js';
import { CheckInFilterInput, CheckInsInput, NewTransportListInput } from './emergency-desk.input.js';
import { answerCheckIns, assignCheckIns, makeTransportList, seatCheckIns } from './emergency-desk.service.js';
import { TransportListResult } from './emergency.type.js';
import type { TransportListEntity } from './transport-list.entity.js';

const desk = organization('officer', 'coordinator', 'admin');
const theCheckIns = { description: 'The check-ins.' };

/** Says with how many something was done. */
const changed = (run: () => Promise<number>): Promise<CheckInsChanged | Problem> =>
  asResult(async () => ({ changed: await run() }));

@Resolver(() => CheckIn)
export class CheckInResolver {
  @Allow(desk)
  @Query(() => CheckInConnection, {
    nullable: true,
    description:
      'What people said in an emergency of the viewer’s own organisation, calls for help first, then the oldest. Null while the service is down.',
  })
  checkIns(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Directive('@tag(name: "public")')
    @Arg('emergencyId', () => ID, { description: 'The emergency’s id.' })
    emergencyId: string,
    @Arg('filter', () => CheckInFilterInput, { nullable: true, description: 'Which of them; all if unset.' })
    filter: CheckInFilterInput | null,
  ): Promise<Connection<CheckInEntity>> {
    return listCheckIns(context, { emergencyId, args, filter: filter ?? {} });
  }

  @Allow(writeScope, desk)
  @Mutation(() => CheckInsChangedResult, {
    description: 'Gives check-ins to an officer who is on duty, or to the viewer.',
  })
  assignCheckIns(
    @Ctx() context: RequestContext,
    @Arg('input', () => CheckInsInput, theCheckIns) { checkInIds }: CheckInsInput,
    @Arg('officer', () => String, {
      nullable: true,
      description: 'Who is on duty now, as `dutyShifts` names them; the viewer if unset.',
    })
    officer: string | null,
  ): Promise<CheckInsChanged | Problem> {
    return changed(() => assignCheckIns(context, { checkInIds, officer: officer ?? null }));
  }

  @Allow(writeScope, desk)
  @Mutation(() => CheckInsChangedResult, { description: 'Notes that calls for help were answered.' })
  answerCheckIns(
    @Ctx() context: RequestContext,
    @Arg('input', () => CheckInsInput, theCheckIns) { checkInIds }: CheckInsInput,
  ): Promise<CheckInsChanged | Problem> {
    return changed(() => answerCheckIns(context, checkInIds));
  }

  @Allow(writeScope, desk)
  @Mutation(() => TransportListResult, { description: 'Makes a list for a bus or a plane.' })
  makeTransportList(
    @Ctx() context: RequestContext,
    @Arg('input', () => NewTransportListInput, { description: 'The list.' }) input: NewTransportListInput,
  ): Promise<TransportListEntity | Problem> {
    return asResult(() => makeTransportList(context, input));
  }

  @Allow(writeScope, desk)
  @Mutation(() => CheckInsChangedResult, {
    description:
      'Gives check-ins a seat of a list, instead of another one that they have, or takes it away. All or none.',
  })
  seatCheckIns(
    @Ctx() context: RequestContext,
    @Arg('input', () => CheckInsInput, theCheckIns) { checkInIds }: CheckInsInput,
    @Directive('@tag(name: "public")')
    @Arg('transportListId', () => ID, { nullable: true, description: 'The list’s id; none if unset.' })
    transportListId: string | null,
  ): Promise<CheckInsChanged | Problem> {
    return changed(() => seatCheckIns(context, { checkInIds, transportListId: transportListId ?? null }));
  }

  @FieldResolver(() => ListedVolunteer, {
    nullable: true,
    description: 'Who it is, once the registry has entered the read; null for who checked in without an account.',
  })
  person(@Root() { volunteerId }: CheckInEntity, @Ctx() context: RequestContext): ListedVolunteer | null {
    return volunteerId ? listPerson(context, { list: 'checkIns', person: volunteerId }) : null;
  }
}
