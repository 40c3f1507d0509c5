import { defineLoader } from '@birlik/kernel/loader';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import type { Refusal } from '../../decision/refusal.rule.js';

/** A person of a list that a member stated, and the category of the member that keeps it. */
interface ListingQuestion {
  readonly person: string;
  readonly list: string;
  readonly category: string;
}

/** Whether the person is shown: a row stands in the log; or why nobody is by such a list. */
export interface ListingOutcome {
  readonly shown: boolean;
  readonly refusal: Refusal | null;
}

type OutcomeRow = ListingOutcome & { readonly question: number };

const nobody: ListingOutcome = { shown: false, refusal: null };

/** Decides on and logs all entries of lists that a request reads, in one statement, so that nobody is shown without a row. */
export const outcomeOfListing = defineLoader<ListingQuestion, ListingOutcome, RequestContext>(
  async (questions, context) => {
    const rows = await runStatement<OutcomeRow>(
      context.em,
      'select question, shown, refusal from log_listings(?::uuid[], ?::text[], ?::text[], ?::uuid, ?, ?)',
      [
        arrayLiteral(questions.map(({ person }) => person)),
        arrayLiteral(questions.map(({ list }) => list)),
        arrayLiteral(questions.map(({ category }) => category)),
        context.operationId,
        context.operation,
        context.requestId,
      ],
    );
    const outcomes = new Map(rows.map((row) => [row.question - 1, row]));
    return questions.map((_, index) => outcomes.get(index) ?? nobody);
  },
  ({ person, list, category }) => [person, list, category].join(' '),
);
