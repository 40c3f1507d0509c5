import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { graphql } from '../../../generated/gql.js';
import type { RequestedCorrectionFragment } from '../../../generated/graphql.js';
import { formatMoment } from '../../../language/format.js';
import { categoryTerms } from '../../../language/terms.js';
import { correctionOutcomeTerms } from '../privacy-terms.js';

export const RequestedCorrection = graphql(`
  fragment RequestedCorrection on Correction {
    id
    category
    fact
    message
    askedAt
    dueAt
    outcome
    answer
    organization {
      id
      name
    }
  }
`);

/** What a person asked organisations to correct, with what came of it; nothing while they asked nothing. */
export function Corrections({ corrections }: { corrections: readonly RequestedCorrectionFragment[] }) {
  const { i18n } = useLingui();
  if (corrections.length === 0) return null;
  return (
    <section className="grid max-w-3xl gap-3">
      <h2>
        <Trans>Düzəliş istəkləriniz</Trans>
      </h2>
      <ul className="grid gap-3">
        {corrections.map(({ id, organization, category, fact, message, dueAt, outcome, answer }) => {
          const due = formatMoment(dueAt);
          return (
            <li key={id} className="grid gap-2 rounded-xl border border-line p-4">
              <h3>{fact}</h3>
              <p className="text-sm text-soft">
                {organization?.name} · {i18n._(categoryTerms[category])}
              </p>
              <p>{message}</p>
              <p>
                {outcome == null ? (
                  <Trans>Cavab gözlənilir: {due} tarixinədək</Trans>
                ) : (
                  <Tag tone={outcome === 'CORRECTED' ? 'success' : 'warning'}>
                    {i18n._(correctionOutcomeTerms[outcome])}
                  </Tag>
                )}
              </p>
              {answer != null && <blockquote className="border-l-4 border-line pl-3">{answer}</blockquote>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
