import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../../data/action.js';
import { Button } from '../../../../design/base/button.js';
import { Tag } from '../../../../design/base/tag.js';
import { ProblemSummary } from '../../../../design/form/form.js';
import { DataTable } from '../../../../design/table/data-table.js';
import type { MatchingRuling } from '../../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../../generated/fragment-masking.js';
import { graphql } from '../../../../generated/gql.js';
import type { EntryName_EntryFragment, PairTable_PairFragment } from '../../../../generated/graphql.js';
import { formatCountry, formatNumber } from '../../../../language/format.js';

const EntryName = graphql(`
  fragment EntryName_entry on MatchingEntry {
    id
    country {
      code
    }
    association {
      id
      name
    }
    person {
      volunteer {
        id
        name
      }
    }
  }
`);

const PairTablePair = graphql(`
  fragment PairTable_pair on MatchingPair {
    id
    score
    isLocked
    ruling
    outcome
    points {
      goals
      fields
      languages
      country
      repeat
    }
    mentee {
      id
      ...EntryName_entry
    }
    mentor {
      id
      ...EntryName_entry
    }
    nextBest {
      lostPairs
      lostScore
      mentor {
        id
        ...EntryName_entry
      }
    }
  }
`);

const RulePair = graphql(`
  mutation RuleMatchingPair($input: RuleMatchingPairInput!) @purpose(is: "mentoring") {
    ruleMatchingPair(input: $input) {
      ... on MatchingEntry {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface PairTableProps {
  readonly pairs: readonly FragmentType<typeof PairTablePair>[];
  /** Whether the coordinator still may lock and keep apart. */
  readonly isDraft: boolean;
  readonly onChanged: () => void;
}

/** The pairs of a draft: why they are pairs, what the next best would have cost, and what the coordinator says of them. */
export function PairTable({ isDraft, onChanged, ...props }: PairTableProps) {
  const { t } = useLingui();
  const pairs = readFragment(PairTablePair, props.pairs);
  const nameOf = (pair: PairTable_PairFragment) => {
    const mentee = pair.mentee == null ? null : readFragment(EntryName, pair.mentee);
    return mentee?.person?.volunteer?.name ?? formatNumber(pairs.indexOf(pair) + 1);
  };
  const [rule, state] = useAction(RulePair);
  const say = async (
    pair: PairTable_PairFragment,
    mentorEntryId: string | undefined,
    ruling: MatchingRuling | null,
  ) => {
    if (pair.mentee == null || mentorEntryId === undefined) return;
    if ((await rule({ input: { menteeEntryId: pair.mentee.id, mentorEntryId, ruling } })) !== null) onChanged();
  };
  return (
    <div className="grid gap-3">
      <ProblemSummary state={state} />
      <DataTable
        caption={t`Cütlər`}
        rows={pairs}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'mentee',
            title: t`Mentor axtaran`,
            cell: ({ mentee }) => <Entry entry={mentee == null ? null : readFragment(EntryName, mentee)} />,
          },
          {
            key: 'mentor',
            title: t`Mentor`,
            cell: ({ mentor }) => <Entry entry={mentor == null ? null : readFragment(EntryName, mentor)} />,
          },
          { key: 'score', title: t`Bal`, cell: (pair) => <Score pair={pair} /> },
          { key: 'next', title: t`Növbəti ən yaxşı`, cell: (pair) => <NextBest pair={pair} /> },
          {
            key: 'ruling',
            title: t`Qərar`,
            cell: (pair) => {
              const name = nameOf(pair);
              return isDraft ? (
                <div className="flex flex-wrap gap-2">
                  {pair.ruling == null ? (
                    <>
                      <Button
                        variant="secondary"
                        aria-label={t`Cütü bağla: ${name}`}
                        isPending={state.running}
                        onPress={() => void say(pair, pair.mentor?.id, 'LOCKED')}
                      >
                        <Trans>Cütü bağla</Trans>
                      </Button>
                      <Button
                        variant="quiet"
                        aria-label={t`Cütü ayır: ${name}`}
                        isPending={state.running}
                        onPress={() => void say(pair, pair.mentor?.id, 'VETOED')}
                      >
                        <Trans>Cütü ayır</Trans>
                      </Button>
                      {pair.nextBest?.mentor != null && (
                        <Button
                          variant="quiet"
                          aria-label={t`Növbətini bağla: ${name}`}
                          isPending={state.running}
                          onPress={() => void say(pair, pair.nextBest?.mentor?.id, 'LOCKED')}
                        >
                          <Trans>Növbətini bağla</Trans>
                        </Button>
                      )}
                    </>
                  ) : (
                    <>
                      <Tag tone={pair.ruling === 'LOCKED' ? 'success' : 'warning'}>
                        {pair.ruling === 'LOCKED' ? <Trans>cüt bağlıdır</Trans> : <Trans>cüt ayrılıb</Trans>}
                      </Tag>
                      <Button
                        variant="quiet"
                        aria-label={t`Qərarı götür: ${name}`}
                        isPending={state.running}
                        onPress={() => void say(pair, pair.mentor?.id, null)}
                      >
                        <Trans>Qərarı götür</Trans>
                      </Button>
                    </>
                  )}
                </div>
              ) : (
                <Outcome outcome={pair.outcome ?? null} />
              );
            },
          },
        ]}
      />
      {isDraft && (
        <p className="text-sm text-soft">
          <Trans>Bağladığınız və ayırdığınız növbəti hesablamadan tutulur.</Trans>
        </p>
      )}
    </div>
  );
}

function Entry({ entry }: { entry: EntryName_EntryFragment | null }) {
  if (entry === null) return <Trans>başqa assosiasiyadan</Trans>;
  const name = entry.person?.volunteer?.name;
  const place = [entry.association?.name, entry.country == null ? null : formatCountry(entry.country.code)];
  return (
    <span className="grid">
      <span>{name ?? <Trans>adı paylaşılmayıb</Trans>}</span>
      <span className="text-sm font-normal text-soft">{place.filter((part) => part != null).join(' · ')}</span>
    </span>
  );
}

/** A score and what it is made of. */
function Score({ pair: { score, points, isLocked } }: { pair: PairTable_PairFragment }) {
  const { t } = useLingui();
  const parts = [
    [t`məqsəd`, points.goals],
    [t`sahə`, points.fields],
    [t`dil`, points.languages],
    [t`ölkə`, points.country],
    [t`təkrar`, points.repeat],
  ] as const;
  return (
    <span className="grid">
      <span className="font-semibold">
        {formatNumber(score)} {isLocked && <Tag tone="info">{t`bağlı`}</Tag>}
      </span>
      <span className="text-sm text-soft">
        {parts
          .filter(([, value]) => value > 0)
          .map(([word, value]) => `${word} ${formatNumber(value)}`)
          .join(' + ')}
      </span>
    </span>
  );
}

function NextBest({ pair: { nextBest } }: { pair: PairTable_PairFragment }) {
  if (nextBest == null) return '–';
  const lost = formatNumber(nextBest.lostScore);
  return (
    <span className="grid gap-1">
      {nextBest.mentor == null ? <Trans>heç kim</Trans> : <Entry entry={readFragment(EntryName, nextBest.mentor)} />}
      <span className="text-sm text-soft">
        {nextBest.lostPairs > 0 ? (
          <Trans>bir cüt az olar</Trans>
        ) : nextBest.lostScore === 0 ? (
          <Trans>heç nə itirilməz</Trans>
        ) : (
          <Trans>cəmi {lost} bal az olar</Trans>
        )}
      </span>
    </span>
  );
}

function Outcome({ outcome }: { outcome: PairTable_PairFragment['outcome'] | null }) {
  if (outcome === 'ASKED') return <Tag tone="success">{<Trans>mentordan soruşulub</Trans>}</Tag>;
  if (outcome === 'PLACE_TAKEN') return <Tag tone="warning">{<Trans>yer artıq tutulmuşdu</Trans>}</Tag>;
  return '–';
}
