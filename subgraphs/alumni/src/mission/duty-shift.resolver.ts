import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DutyShiftEntity } from './duty-shift.entity.js';
import { endDuty, isOwnDuty, listDuty, mostShifts, takeDuty } from './duty-shift.service.js';
import { DutyInput } from './mission.input.js';
import { DutyShift, DutyShiftResult } from './mission.type.js';

const desk = organization('officer', 'coordinator', 'admin');

@Resolver(() => DutyShift)
export class DutyShiftResolver {
  @Allow(desk)
  @Query(() => [DutyShift], {
    nullable: true,
    description: `Who of the viewer’s organisation is on duty now or later, the first first, at most ${mostShifts}; null while the service is down.`,
  })
  dutyShifts(@Ctx() context: RequestContext): Promise<DutyShiftEntity[]> {
    return listDuty(context);
  }

  @Allow(writeScope, desk)
  @Mutation(() => DutyShiftResult, {
    description:
      'Puts the viewer on duty: calls for help that nobody answers come to who is on duty, one after the other.',
  })
  takeDuty(
    @Ctx() context: RequestContext,
    @Arg('input', () => DutyInput, { description: 'From when to when.' }) input: DutyInput,
  ): Promise<DutyShiftEntity | Problem> {
    return asResult(() => takeDuty(context, input));
  }

  @Allow(writeScope, desk)
  @Mutation(() => DutyShiftResult, { description: 'Ends a shift of the viewer’s own.' })
  endDuty(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('id', () => ID, { description: 'The shift’s id.' })
    id: string,
  ): Promise<DutyShiftEntity | Problem> {
    return asResult(() => endDuty(context, id));
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the viewer’s own.' })
  isOwn(@Root() shift: DutyShiftEntity, @Ctx() context: RequestContext): boolean {
    return isOwnDuty(context, shift);
  }
}
