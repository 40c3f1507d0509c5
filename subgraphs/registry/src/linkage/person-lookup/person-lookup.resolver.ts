import { asResult, type Problem, resultType } from '@birlik/kernel/problem';
import { Allow, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { office } from '../../membership/organization/authority.service.js';
import { LinkedPerson } from '../linkage-review/linked-person.type.js';
import type { GoldenRecordEntity } from '../person-link/golden-record.entity.js';
import { LookUpPersonInput } from './person-lookup.input.js';
import { lookUpPerson } from './person-lookup.service.js';

const LookUpPersonResult = resultType('LookUpPersonResult', LinkedPerson, 'The person, or that there is not one.');

@Resolver()
export class PersonLookupResolver {
  @Allow(writeScope, office('officer', 'admin'))
  @Mutation(() => LookUpPersonResult, {
    description:
      'Finds whoever stands in front of the office by one thing that they show and their day of birth, which have to agree to the letter; for the office’s officers only. Nobody and more than one are the same NOT_FOUND, too many of a day are LIMIT_REACHED. Who looked and what for is kept, and the person finds it in their log.',
  })
  lookUpPerson(
    @Ctx() context: RequestContext,
    @Arg('input', () => LookUpPersonInput, { description: 'What they show, and what they came for.' })
    input: LookUpPersonInput,
  ): Promise<GoldenRecordEntity | Problem> {
    return asResult(() => lookUpPerson(context, input));
  }
}
