import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Tag } from '../../../../design/base/tag.js';
import { Facts } from '../../../../design/base/facts.js';
import { LoneState } from '../../../../design/states/lone-state.js';
import { Notice } from '../../../../design/states/notice.js';
import { graphql } from '../../../../generated/gql.js';
import { formatDay, formatMoment, formatNumber } from '../../../../language/format.js';
import { roundTerms, roundTones } from '../../../../language/terms.js';
import { definePage } from '../../../../page/page.js';
import { StaffOnly } from '../../desk/staff-only.js';
import { DraftForm } from './draft-form.js';
import { DraftResult } from './draft-result.js';
import { RoundAssociations } from './round-associations.js';
import { RoundSteps } from './round-steps.js';

const RoundPage = graphql(`
  query RoundPage($id: ID!) @purpose(is: "mentoring") {
    matchingRound(id: $id) {
      id
      name
      status
      opensOn
      closesOn
      answerDays
      answersDueAt
      menteeEntries
      mentorEntries
      ...RoundSteps_round
      associations {
        id
        ...RoundAssociations_association
      }
      drafts(first: 10) {
        nodes {
          id
          number
          status
          progress
          failure
          published
          weights {
            goals
            fields
            languages
            country
            repeat
          }
        }
      }
    }
  }
`);

/** How often a draft that is being solved is looked at again. */
const lookAgainMs = 500;

/** A round as its coordinator works on it: who takes part, weights, the draft with its difference and pairs, and publishing. */
export const page = definePage({
  document: RoundPage,
  variables: ({ params }) => ({ id: params['id'] ?? '' }),
  title: msg`Mentorluq raundu`,
  Component: function Round({ answer, search }) {
    const { i18n } = useLingui();
    const round = answer.data.matchingRound;
    const drafts = round?.drafts?.nodes ?? [];
    const solving = drafts.find(({ status }) => status === 'SOLVING');
    const { reload } = answer;
    useEffect(() => {
      if (solving === undefined || answer.stale) return;
      const timer = setTimeout(reload, lookAgainMs);
      return () => clearTimeout(timer);
    }, [solving, answer.stale, reload]);
    if (round == null) {
      return (
        <StaffOnly title={<Trans>Mentorluq raundu</Trans>}>
          <LoneState title={<Trans>Mentorluq raundu</Trans>}>
            <Notice tone="neutral" title={<Trans>Belə raund tapılmadı.</Trans>} />
          </LoneState>
        </StaffOnly>
      );
    }
    const shown =
      drafts.find(({ id }) => id === search['draft']) ??
      drafts.find(({ published }) => published) ??
      drafts.find(({ status }) => status === 'READY');
    return (
      <StaffOnly title={<Trans>Mentorluq raundu</Trans>}>
        <div className="grid gap-10">
          <div className="grid gap-3">
            <h1 className="flex flex-wrap items-center gap-3">
              {round.name}
              <Tag tone={roundTones[round.status]}>{i18n._(roundTerms[round.status])}</Tag>
            </h1>
            <Facts
              rows={[
                [<Trans key="days">Qeydiyyat</Trans>, `${formatDay(round.opensOn)} – ${formatDay(round.closesOn)}`],
                [
                  <Trans key="mentees">Mentor axtaranlar</Trans>,
                  round.menteeEntries == null ? null : formatNumber(round.menteeEntries),
                ],
                [
                  <Trans key="mentors">Mentorlar</Trans>,
                  round.mentorEntries == null ? null : formatNumber(round.mentorEntries),
                ],
                [<Trans key="answer">Cavab üçün gün</Trans>, formatNumber(round.answerDays)],
                [
                  <Trans key="due">Cavabların son vaxtı</Trans>,
                  round.answersDueAt == null ? null : formatMoment(round.answersDueAt),
                ],
              ]}
            />
            <RoundSteps round={round} onChanged={reload} />
          </div>
          {round.status === 'DRAFT' && (
            <DraftForm
              key={drafts[0]?.id ?? ''}
              roundId={round.id}
              weights={drafts[0]?.weights ?? null}
              solving={solving ?? null}
              failure={drafts[0]?.failure ?? null}
              onChanged={reload}
            />
          )}
          {shown !== undefined && (
            <DraftResult
              key={shown.id}
              id={shown.id}
              isDraft={round.status === 'DRAFT'}
              others={drafts.filter(({ status }) => status === 'READY')}
              roundId={round.id}
              onChanged={reload}
            />
          )}
          <RoundAssociations
            roundId={round.id}
            isOpen={round.status === 'OPEN' || round.status === 'DRAFT'}
            associations={round.associations}
            onChanged={reload}
          />
        </div>
      </StaffOnly>
    );
  },
});
