import { Allow, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ElectCohortInput } from './cohort.input.js';
import { electCohort, type ElectedCohort } from './cohort.service.js';
import { Cohort, ElectCohortResult } from './cohort.type.js';

@Resolver(() => Cohort)
export class CohortResolver {
  @Allow(writeScope, organization('officer', 'admin'))
  @Mutation(() => ElectCohortResult, {
    description:
      'Decides a campaign, which is final: the best eligible applications by weighted mean score fill its seats, the earlier one of two that are equal first; for officers of the organisation that runs it.',
  })
  electCohort(
    @Ctx() context: RequestContext,
    @Arg('input', () => ElectCohortInput, { description: 'The campaign.' }) input: ElectCohortInput,
  ): Promise<ElectedCohort | Problem> {
    return asResult(() => electCohort(context, input));
  }
}
