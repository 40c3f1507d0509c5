import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../../design/base/button.js';
import { Facts } from '../../../../design/base/facts.js';
import { ButtonLink } from '../../../../design/base/link.js';
import { ConfirmedAction } from '../../../../design/form/confirmed-action.js';
import { graphql } from '../../../../generated/gql.js';
import { formatNumber } from '../../../../language/format.js';
import { useAnswer } from '../../../../page/use-answer.js';
import { FairnessTables } from './fairness-tables.js';
import { PairTable } from './pair-table.js';

const DraftDetail = graphql(`
  query MatchingDraftDetail($id: ID!, $after: String) @purpose(is: "mentoring") {
    matchingDraft(id: $id) {
      id
      number
      total
      withoutCandidate
      published
      whole {
        entered
        matched
        worstTenth
      }
      difference {
        kept
        moved
        gained
        lost
      }
      ...FairnessTables_draft
      pairs(first: 25, after: $after) {
        nodes {
          id
          ...PairTable_pair
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const PublishDraft = graphql(`
  mutation PublishMatchingDraft($id: ID!) @purpose(is: "mentoring") {
    publishMatchingDraft(draftId: $id) {
      ... on MatchingRound {
        id
        status
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface DraftResultProps {
  readonly id: string;
  readonly roundId: string;
  /** Whether the round still is being drafted. */
  readonly isDraft: boolean;
  readonly others: readonly { readonly id: string; readonly number: number }[];
  readonly onChanged: () => void;
}

/** What a draft gives: how many are matched, what changed, how fair it is, and its pairs, those that fit least first. */
export function DraftResult({ id, roundId, isDraft, others, onChanged }: DraftResultProps) {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | null>(null);
  const shown = useAnswer(DraftDetail, { id, after });
  if (shown.answer === null) return shown.gap;
  const draft = shown.answer.data.matchingDraft;
  if (draft == null) return null;
  const { whole, difference } = draft;
  const { reload } = shown.answer;
  const published = () => {
    reload();
    onChanged();
  };
  const number = formatNumber(draft.number);
  const [matched, entered] = [formatNumber(whole.matched), formatNumber(whole.entered)];
  const { hasNextPage, endCursor } = draft.pairs.pageInfo;
  return (
    <section className="grid gap-6">
      <div className="grid gap-3">
        <h2>{draft.published ? <Trans>Elan edilmiş nəticə</Trans> : <Trans>{number}-ci qaralama</Trans>}</h2>
        <Facts
          rows={[
            [<Trans key="matched">Mentor tapılanlar</Trans>, t`${entered} nəfərdən ${matched}`],
            [<Trans key="total">Balların cəmi</Trans>, draft.total == null ? null : formatNumber(draft.total)],
            [
              <Trans key="worst">Ən zəif onda birin orta balı</Trans>,
              whole.worstTenth == null ? null : formatNumber(whole.worstTenth),
            ],
            [
              <Trans key="without">Heç kimin uyğun gəlmədiyi</Trans>,
              draft.withoutCandidate == null ? null : formatNumber(draft.withoutCandidate),
            ],
          ]}
        />
        {difference != null && <Difference {...difference} />}
        {others.length > 1 && (
          <p className="flex flex-wrap items-center gap-3">
            <Trans>Qaralamalar:</Trans>
            {others.map((other) => (
              <ButtonLink
                variant="quiet"
                key={other.id}
                to="/rounds/$id"
                params={{ id: roundId }}
                search={{ draft: other.id }}
                aria-current={other.id === id ? 'true' : undefined}
              >
                {formatNumber(other.number)}
              </ButtonLink>
            ))}
          </p>
        )}
        {isDraft && (
          <div>
            <ConfirmedAction
              label={<Trans>Elan et</Trans>}
              title={<Trans>Bu qaralama elan edilsin?</Trans>}
              cancel={<Trans>Hələ yox</Trans>}
              document={PublishDraft}
              variables={{ id }}
              onDone={published}
            >
              <Trans>
                Mentorlardan soruşulur və hər kəsə bir dəfə yazılır. Bunu geri götürmək olmur; cavabsız qalanlar raundun
                müddəti bitəndə bağlanır.
              </Trans>
            </ConfirmedAction>
          </div>
        )}
      </div>
      <FairnessTables draft={draft} />
      <div className="grid gap-3">
        <h3>
          <Trans>Cütlər: ən az uyğun gələn əvvəldə</Trans>
        </h3>
        <PairTable pairs={draft.pairs.nodes} isDraft={isDraft} onChanged={reload} />
        <div className="flex flex-wrap gap-3">
          {after !== null && (
            <Button variant="quiet" onPress={() => setAfter(null)}>
              <Trans>Başa qayıt</Trans>
            </Button>
          )}
          {hasNextPage && (
            <Button variant="secondary" onPress={() => setAfter(endCursor ?? null)}>
              <Trans>Sonrakılar</Trans>
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

function Difference(props: {
  readonly kept: number;
  readonly moved: number;
  readonly gained: number;
  readonly lost: number;
}) {
  const kept = formatNumber(props.kept);
  const moved = formatNumber(props.moved);
  const gained = formatNumber(props.gained);
  const lost = formatNumber(props.lost);
  return (
    <p role="status" className="rounded-lg border border-line bg-raised p-3">
      <Trans>
        Əvvəlki qaralama ilə fərq: {kept} nəfərin mentoru qalır, {moved} nəfərinki dəyişir, {gained} nəfərin mentoru
        olur, {lost} nəfərinki olmur.
      </Trans>
    </p>
  );
}
