import type { Language } from '@birlik/messages/language';
import type { Message } from '@birlik/messages/message';
import {
  createUnionType,
  Directive,
  Field,
  InterfaceType,
  ObjectType,
  UseMiddleware,
  type MiddlewareFn,
} from 'type-graphql';
import { DomainError, findDomainError, type ErrorCode } from '../errors/errors.js';

/** What a problem needs of the context of a request. */
interface ReaderContext {
  readonly language: Language;
}

const inTheReadersLanguage: MiddlewareFn<ReaderContext> = async ({ root, context }) =>
  (root as Problem).message.in(context.language);

@InterfaceType({
  description: 'Why a change was not made, for a client that wants to branch on it.',
  autoRegisterImplementations: false,
})
export abstract class Problem {
  @Field(() => String, { description: 'A code from the closed table, such as `CONFLICT`.' })
  readonly code!: string;

  @UseMiddleware(inTheReadersLanguage)
  @Field(() => String, { description: 'A sentence for people in the language of the request, safe to show.' })
  readonly message!: Message;
}

@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'The change contradicts what is already there, so nothing changed.' })
export class ConflictProblem extends Problem {}

@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'Something that the change names does not exist or is not visible.' })
export class NotFoundProblem extends Problem {}

@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'A value of the input breaks a rule, so nothing changed.' })
export class InvalidInputProblem extends Problem {}

@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'The viewer cannot do this alone: whoever represents them can.' })
export class RepresentativeRequiredProblem extends Problem {}

type ProblemClass = new () => Problem;

const problemByCode: Partial<Record<ErrorCode, ProblemClass>> = {
  CONFLICT: ConflictProblem,
  NOT_FOUND: NotFoundProblem,
  BAD_USER_INPUT: InvalidInputProblem,
  REPRESENTATIVE_REQUIRED: RepresentativeRequiredProblem,
};

/** Runs a change; a foreseen failure that a client branches on becomes a value, everything else still throws. */
export async function asResult<Value extends object>(change: () => Promise<Value>): Promise<Value | Problem> {
  try {
    return await change();
  } catch (error) {
    const foreseen = findDomainError(error);
    const type = foreseen && problemByCode[foreseen.code];
    if (!type) throw error;
    return Object.assign(new type(), { code: foreseen.code, message: foreseen.explanation });
  }
}

/** The same of several changes that were made or refused each by itself. */
export function asResults<Value extends object>(
  outcomes: readonly (Value | DomainError)[],
): Promise<(Value | Problem)[]> {
  return Promise.all(
    outcomes.map((outcome) =>
      asResult(() => (outcome instanceof DomainError ? Promise.reject(outcome) : Promise.resolve(outcome))),
    ),
  );
}

/**
 * The result of a mutation: the changed thing or a problem. Problems are told by their class; anything else is the
 * success, so that a table row may be returned as it is.
 *
 * @param further problems that this mutation has beside the common ones
 */
export function resultType(
  name: string,
  success: new () => object,
  description: string,
  further: readonly ProblemClass[] = [],
) {
  return createUnionType({
    name,
    description,
    types: () => [success, ConflictProblem, NotFoundProblem, InvalidInputProblem, ...further] as const,
    resolveType: (value: object) => Object.values(problemByCode).find((problem) => value instanceof problem) ?? success,
  });
}
