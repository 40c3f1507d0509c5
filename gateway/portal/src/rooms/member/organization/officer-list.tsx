import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatList, formatMoment } from '../../../language/format.js';
import { officerRoleTerms } from '../member-terms.js';
import { officerState } from './officer-state.rule.js';

const OfficerList_officer = graphql(`
  fragment OfficerList_officer on Officer {
    id
    subject
    roles
    appointedAt
    beginsAt
    endsAt
    dismissedAt
  }
`);

const DismissOfficer = graphql(`
  mutation DismissOfficer($id: ID!) @purpose(is: "none") {
    dismissOfficer(id: $id) {
      ... on Officer {
        ...OfficerList_officer
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Who acts for the organisation by name. Who was dismissed is appointed again by the form. */
export function OfficerList({ officers }: { officers: readonly FragmentType<typeof OfficerList_officer>[] }) {
  const { i18n } = useLingui();
  const [now] = useState(() => new Date().toISOString());
  const [dismiss, state] = useAction(DismissOfficer);
  return (
    <div className="grid gap-3">
      <ProblemSummary state={state} />
      <ul className="grid gap-3">
        {readFragment(OfficerList_officer, officers).map((officer) => {
          const { id, subject, roles, appointedAt, beginsAt, endsAt, dismissedAt } = officer;
          const standing = officerState(officer, now);
          const isOver = standing === 'over';
          const day = formatMoment(isOver ? (dismissedAt ?? endsAt ?? appointedAt) : (beginsAt ?? appointedAt));
          const end = !isOver && endsAt !== null && formatMoment(endsAt, { time: true });
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-raised p-4"
            >
              <div className="min-w-0">
                <p className="font-semibold break-all">{subject}</p>
                <p className="text-sm text-soft">
                  {formatList(roles.map((role) => i18n._(officerRoleTerms[role])))} ·{' '}
                  {isOver && <Trans>azad edilib: {day}</Trans>}
                  {standing === 'ahead' && <Trans>başlayacaq: {day}</Trans>}
                  {standing === 'lasting' && <Trans>təyin edilib: {day}</Trans>}
                  {end !== false && (
                    <>
                      {' '}
                      · <Trans>bitəcək: {end}</Trans>
                    </>
                  )}
                </p>
              </div>
              {!isOver && (
                <Button variant="danger" isPending={state.running} onPress={() => void dismiss({ id })}>
                  <Trans>Azad et</Trans>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
