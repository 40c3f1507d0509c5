import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../../design/base/button.js';
import { Notice } from '../../../design/states/notice.js';
import { formatNumber } from '../../../language/format.js';

/** What came of one of many: done, or why not, in the reader's language. */
export interface Outcome {
  readonly refusal: string | null;
}

/** How many people one request names at the most. */
const mostAtOnce = 100;

/** People in parts of which each fits into one request. */
export function inParts(people: readonly string[]): readonly (readonly string[])[] {
  const parts = Math.ceil(people.length / mostAtOnce);
  return Array.from({ length: parts }, (_, part) => people.slice(part * mostAtOnce, (part + 1) * mostAtOnce));
}

/** What a result says that is something, or a problem. */
export const outcomeOf = (result: { readonly __typename: string; readonly message?: string }): Outcome => ({
  refusal: result.message ?? null,
});

interface OutcomeNoticeProps {
  readonly outcomes: readonly Outcome[];
  /** What is said when it was done for somebody. */
  readonly done: ReactNode;
  /** What is said when it was done for nobody. */
  readonly none: ReactNode;
  /** What comes next, where it was done for somebody. */
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** What came of something that was done for many: for how many it was, and why not for the others, each reason once. */
export function OutcomeNotice({ outcomes, done, none, children, onClose }: OutcomeNoticeProps) {
  const refusals = outcomes.flatMap(({ refusal }) => refusal ?? []);
  const isDone = refusals.length < outcomes.length;
  return (
    <>
      <Notice tone={isDone ? 'success' : 'warning'} role="status" title={isDone ? done : none}>
        {isDone && <p>{children}</p>}
      </Notice>
      {refusals.length > 0 && (
        <section className="grid gap-2">
          {isDone && (
            <h3>
              <Plural value={refusals.length} one="# nəfərə göndərilmədi" other="# nəfərə göndərilmədi" />
            </h3>
          )}
          <ul className="grid gap-1">
            {[...new Set(refusals)].map((reason) => (
              <li key={reason} className="flex justify-between gap-3">
                <span>{reason}</span>
                {outcomes.length > 1 && (
                  <span className="text-soft tabular-nums">
                    {formatNumber(refusals.filter((other) => other === reason).length)}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div>
        <Button onPress={onClose}>
          <Trans>Bağla</Trans>
        </Button>
      </div>
    </>
  );
}
