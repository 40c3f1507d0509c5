import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { Failed } from '../../../design/states/failed.js';
import { graphql } from '../../../generated/gql.js';
import type { MentoringFormat } from '../../../generated/codes.js';
import { definePage } from '../../../page/page.js';
import { MentorCard } from './mentor-card.js';
import { MentorFilter } from './mentor-filter.js';
import { NextCards } from './next-cards.js';
import { SuggestedCards } from './suggested-cards.js';

const FindMentorPage = graphql(`
  query FindMentorPage($filter: MentorCardFilter, $after: String, $suggests: Boolean!) @purpose(is: "none") {
    suggestedMentorCards @include(if: $suggests) {
      ...SuggestedCards_suggestion
    }
    mentorCards(first: 20, after: $after, filter: $filter) {
      nodes {
        id
        ...MentorCard_card
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    alumniAssociations(first: 50) {
      nodes {
        id
        countries {
          code
        }
      }
    }
  }
`);

/** Mentors with a free place, as cards without a name. */
export const page = definePage({
  document: FindMentorPage,
  variables: ({ search }) => ({
    filter: filterOf(search),
    after: search['after'] ?? null,
    suggests: Object.keys(search).length === 0,
  }),
  title: msg`Mentor tap`,
  Component: function FindMentor({ answer, search }) {
    const { mentorCards: list, alumniAssociations, suggestedMentorCards: suggestions } = answer.data;
    const found = sectionOf<typeof list>(answer, ['mentorCards']);
    const codes = (alumniAssociations?.nodes ?? []).flatMap(({ countries }) => countries ?? []).map(({ code }) => code);
    const cards = list?.nodes ?? [];
    return (
      <div className="grid max-w-3xl gap-6">
        <div className="grid gap-1">
          <h1>
            <Trans>Mentor tap</Trans>
          </h1>
          <p className="text-soft">
            <Trans>Kartlarda ad və əlaqə yoxdur. Mentor razılaşanda bir-birinizin adını və əlaqəsini görürsünüz.</Trans>
          </p>
          <p>
            <Link to="/me/mentoring">
              <Trans>Mentorlarım və xahişlərim</Trans>
            </Link>
          </p>
        </div>
        <MentorFilter search={search} codes={[...new Set(codes)]} />
        <SuggestedCards suggestions={suggestions ?? []} />
        {found.kind === 'down' ? (
          <Failed error={found.error} requestId={answer.requestId} onRetry={answer.reload} />
        ) : cards.length === 0 ? (
          <Empty>
            <Trans>Boş yeri olan belə mentor yoxdur. Seçiminizi genişləndirin.</Trans>
          </Empty>
        ) : (
          <ul className="grid gap-4">
            {cards.map((card) => (
              <MentorCard key={card.id} card={card} />
            ))}
          </ul>
        )}
        {list != null && <NextCards search={search} pageInfo={list.pageInfo} />}
      </div>
    );
  },
});

const formats: ReadonlySet<string> = new Set<MentoringFormat>(['ONE_CALL', 'THREE_MONTHS', 'TWELVE_MONTHS']);
const isFormat = (value: string | undefined): value is MentoringFormat => value !== undefined && formats.has(value);

function filterOf({ goal, field, language, format, country }: Readonly<Record<string, string>>) {
  return {
    goal: goal ?? null,
    fieldCode: field ?? null,
    language: language ?? null,
    format: isFormat(format) ? format : null,
    countryCode: country ?? null,
  };
}
