import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Tag } from '../../../design/base/tag.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';
import type { ErasureOfPersonFragment } from '../../../generated/graphql.js';
import { formatMoment } from '../../../language/format.js';
import { ownerTerm } from '../../../language/terms.js';
import { erasureStateTerms } from '../privacy-terms.js';

export const ErasureOfPerson = graphql(`
  fragment ErasureOfPerson on ErasureRequest {
    id
    requestedAt
    takesEffectAt
    deadline
    completedAt
    overdue
    members {
      member
      state
      acknowledgedAt
      tables {
        name
        kept
        reason
      }
    }
  }
`);

const WithdrawErasure = graphql(`
  mutation WithdrawErasure($ward: ID) @purpose(is: "none") {
    withdrawErasure(onBehalfOf: $ward) {
      __typename
      ... on ErasureRequest {
        id
        withdrawnAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface ErasureStateProps {
  readonly request: ErasureOfPersonFragment;
  readonly ward: string | null;
  readonly onChanged: () => void;
}

/** A request that was made: until when it can be taken back, then how far each member has come. */
export function ErasureState({ request, ward, onChanged }: ErasureStateProps) {
  const { i18n } = useLingui();
  const [withdraw, state] = useAction(WithdrawErasure);
  const begin = formatMoment(request.takesEffectAt, { time: true });
  const deadline = formatMoment(request.deadline);
  const isWaiting = Date.parse(request.takesEffectAt) > Date.now();
  return (
    <section className="grid max-w-3xl gap-4">
      <h2>
        <Trans>İstəyinizin vəziyyəti</Trans>
      </h2>
      {isWaiting ? (
        <Notice tone="warning" role="status" title={<Trans>Silinmə {begin} tarixində başlayır</Trans>}>
          <p>
            <Trans>O vaxtadək heç nə silinmir və fikrinizi dəyişə bilərsiniz.</Trans>
          </p>
          <ProblemSummary state={state} />
          <Button
            variant="secondary"
            isPending={state.running}
            onPress={() =>
              void withdraw({ ward }).then((result) => {
                if (result !== null) onChanged();
              })
            }
          >
            <Trans>Silinməni dayandır</Trans>
          </Button>
        </Notice>
      ) : (
        <p>
          {request.overdue ? (
            <Trans>Üzvlərin cavab müddəti keçib: {deadline}</Trans>
          ) : (
            <Trans>Bütün üzvlər {deadline} tarixinədək cavab verməlidir.</Trans>
          )}
        </p>
      )}
      <ul className="divide-y divide-line">
        {request.members.map(({ member, state: step, tables }) => {
          const term = ownerTerm(member);
          const reasons = [...new Set(tables.flatMap(({ reason }) => reason ?? []))];
          return (
            <li key={member} className="grid gap-1 py-2">
              <span className="flex flex-wrap items-center justify-between gap-2">
                <span className="font-semibold first-letter:uppercase">{term === null ? member : i18n._(term)}</span>
                <Tag tone={step === 'ERASED' || step === 'KEPT' ? 'success' : 'neutral'}>
                  {i18n._(erasureStateTerms[step])}
                </Tag>
              </span>
              {reasons.map((reason) => (
                <span key={reason} className="text-sm text-soft">
                  {reason}
                </span>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
