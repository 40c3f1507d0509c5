import { Trans, useLingui } from '@lingui/react/macro';
import { Disclosure } from '../../../../design/base/disclosure.js';
import { Tag } from '../../../../design/base/tag.js';
import { ConfirmedAction } from '../../../../design/form/confirmed-action.js';
import { type FragmentType, readFragment } from '../../../../generated/fragment-masking.js';
import { graphql } from '../../../../generated/gql.js';
import { formatDay } from '../../../../language/format.js';
import { roundTerms, roundTones } from '../../../../language/terms.js';
import { EntryForm } from './entry-form.js';

const RoundCardRound = graphql(`
  fragment RoundCard_round on MatchingRound {
    id
    name
    status
    opensOn
    closesOn
    organization {
      id
      name
    }
    myEntries {
      id
      role
      leftAt
      ...EntryForm_entry
    }
  }
`);

const LeaveRound = graphql(`
  mutation LeaveMatchingRound($id: ID!) @purpose(is: "none") {
    leaveMatchingRound(entryId: $id) {
      ... on MatchingEntry {
        id
        leftAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface RoundCardProps {
  readonly round: FragmentType<typeof RoundCardRound>;
  /** Whether the person offers to mentor. */
  readonly isMentor: boolean;
  readonly onChanged: () => void;
}

/** A round, as what the person is in it, and the form to enter it. */
export function RoundCard({ isMentor, onChanged, ...props }: RoundCardProps) {
  const { t, i18n } = useLingui();
  const { id, name, status, opensOn, closesOn, organization, myEntries } = readFragment(RoundCardRound, props.round);
  const mayLeave = status === 'OPEN' || status === 'DRAFT';
  const roles = isMentor ? (['MENTEE', 'MENTOR'] as const) : (['MENTEE'] as const);
  return (
    <article className="grid gap-3 rounded-xl border border-line bg-raised p-4">
      <h3 className="flex flex-wrap items-center gap-2">
        {name}
        <Tag tone={roundTones[status]}>{i18n._(roundTerms[status])}</Tag>
      </h3>
      <p className="text-soft">
        {organization?.name} · {formatDay(opensOn)} – {formatDay(closesOn)}
      </p>
      {roles.map((role) => {
        const entry = myEntries.find((one) => one.role === role);
        const isIn = entry !== undefined && entry.leftAt == null;
        const title = role === 'MENTEE' ? t`Mentor axtarıram` : t`Mentoram`;
        return (
          <div key={role} className="grid justify-items-start gap-2">
            {isIn && (
              <p className="flex flex-wrap items-center gap-2">
                {title}
                <Tag tone="success">
                  <Trans>yazılmısınız</Trans>
                </Tag>
              </p>
            )}
            {status === 'OPEN' && (
              <Disclosure label={isIn ? <Trans>Yazdıqlarımı dəyiş</Trans> : title}>
                <EntryForm roundId={id} role={role} entry={entry ?? null} onSaved={onChanged} />
              </Disclosure>
            )}
            {isIn && mayLeave && (
              <ConfirmedAction
                label={<Trans>Raunddan çıx</Trans>}
                title={<Trans>Raunddan çıxasınız?</Trans>}
                cancel={<Trans>Qal</Trans>}
                document={LeaveRound}
                variables={{ id: entry.id }}
                onDone={onChanged}
              >
                <Trans>Raund açıq olduqca yenidən yazıla bilərsiniz.</Trans>
              </ConfirmedAction>
            )}
          </div>
        );
      })}
    </article>
  );
}
