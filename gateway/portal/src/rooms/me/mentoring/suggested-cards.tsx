import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatList } from '../../../language/format.js';
import { fieldTerms, goalTerms } from '../../../language/mentoring-terms.js';
import { spokenLanguageTerms } from '../language-terms.js';
import { MentorCard } from './mentor-card.js';

const SuggestedCardsSuggestion = graphql(`
  fragment SuggestedCards_suggestion on MentorSuggestion {
    card {
      id
      ...MentorCard_card
    }
    sharedGoals
    sharedFieldCodes
    sharedLanguages
  }
`);

interface SuggestedCardsProps {
  readonly suggestions: readonly FragmentType<typeof SuggestedCardsSuggestion>[];
}

/** The mentors who have most in common with the person, each with what it is; nothing for who has said nothing yet. */
export function SuggestedCards(props: SuggestedCardsProps) {
  const { i18n } = useLingui();
  const suggestions = readFragment(SuggestedCardsSuggestion, props.suggestions);
  if (suggestions.length === 0) return null;
  const said = (keys: readonly string[], terms: Readonly<Record<string, MessageDescriptor>>) =>
    keys.map((key) => (terms[key] === undefined ? key : i18n._(terms[key])));
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Sizə uyğun ola bilər</Trans>
      </h2>
      <ul className="grid gap-4">
        {suggestions.map(({ card, sharedGoals, sharedFieldCodes, sharedLanguages }) => {
          const shared = formatList([
            ...said(sharedGoals, goalTerms),
            ...said(sharedFieldCodes, fieldTerms),
            ...said(sharedLanguages, spokenLanguageTerms),
          ]);
          return <MentorCard key={card.id} card={card} reason={<Trans>Ortaq cəhətiniz: {shared}</Trans>} />;
        })}
      </ul>
      <h2>
        <Trans>Bütün mentorlar</Trans>
      </h2>
    </section>
  );
}
