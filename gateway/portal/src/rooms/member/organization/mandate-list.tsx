import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { categoryTerms } from '../../../language/terms.js';

const MandateList_mandate = graphql(`
  fragment MandateList_mandate on Mandate {
    id
    category
    purpose
    endsAt
    revokedAt
    giver {
      id
      name
    }
    holder {
      id
      name
    }
  }
`);

const RevokeMandate = graphql(`
  mutation RevokeMandate($id: ID!) @purpose(is: "none") {
    revokeMandate(id: $id) {
      ... on Mandate {
        ...MandateList_mandate
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface MandateListProps {
  readonly mandates: readonly FragmentType<typeof MandateList_mandate>[];
  /** For whom the officer acts: it takes back what it gave. */
  readonly organization: string;
  /** The names of purposes by their codes. */
  readonly purposes: ReadonlyMap<string, string>;
}

/** What organisations let one another do over their rows. */
export function MandateList({ mandates, organization, purposes }: MandateListProps) {
  const { i18n, t } = useLingui();
  const [now] = useState(() => new Date().toISOString());
  const [revoke, state] = useAction(RevokeMandate);
  return (
    <div className="grid gap-3">
      <ProblemSummary state={state} />
      <ul className="grid gap-3">
        {readFragment(MandateList_mandate, mandates).map((mandate) => {
          const { id, category, purpose, endsAt, revokedAt } = mandate;
          const giver = mandate.giver?.name ?? '';
          const holder = mandate.holder?.name ?? '';
          const isOver = revokedAt != null || endsAt < now;
          const day = formatMoment(revokedAt ?? endsAt);
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-raised p-4"
            >
              <div className="grid min-w-0 gap-1">
                <p className="font-semibold">
                  {giver} → {holder}
                </p>
                <p className="text-sm text-soft">
                  {i18n._(categoryTerms[category])} · {purposes.get(purpose) ?? purpose} ·{' '}
                  {isOver ? <Trans>bitib: {day}</Trans> : <Trans>{day} tarixinədək</Trans>}
                </p>
              </div>
              {!isOver && mandate.giver?.id === organization && (
                <Button
                  variant="danger"
                  aria-label={[
                    t`Geri götür`,
                    holder,
                    i18n._(categoryTerms[category]),
                    purposes.get(purpose) ?? purpose,
                  ].join(': ')}
                  isPending={state.running}
                  onPress={() => void revoke({ id })}
                >
                  <Trans>Geri götür</Trans>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
