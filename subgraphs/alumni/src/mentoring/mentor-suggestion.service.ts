import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { AlumnusEntity } from '../alumnus/alumnus.entity.js';
import { MatchingEntryEntity, matchingRoles } from '../matching/matching-entry.entity.js';
import { MentorCardEntity } from './mentor-card.entity.js';

/** How many cards are suggested at the most. */
export const mostSuggestions = 5;

/** A card, and what of it is as the viewer wishes. */
export interface SeenSuggestion {
  readonly card: MentorCardEntity;
  readonly sharedGoals: string[];
  readonly sharedFieldCodes: string[];
  readonly sharedLanguages: string[];
}

/** What the viewer said when they last entered a round as a mentee; who never did is known by their studies alone. */
async function wishOf({ em }: RequestContext, volunteerId: string) {
  const [entry] = await em.find(
    MatchingEntryEntity,
    { volunteerId, role: matchingRoles.MENTEE },
    { orderBy: [{ id: 'desc' }], limit: 1 },
  );
  if (entry) return entry;
  const studies = await em.find(AlumnusEntity, { volunteerId });
  return { goals: [], fieldCodes: studies.map(({ fieldCode }) => fieldCode), languages: [] };
}

/**
 * The cards that have most in common with what the viewer wishes: goals count most, then fields, then languages. What nobody declared does
 * not count, such as a country or a sex.
 */
export async function suggestCards(context: RequestContext): Promise<SeenSuggestion[]> {
  const { goals, fieldCodes, languages } = await wishOf(context, context.requireVolunteer());
  if (goals.length + fieldCodes.length === 0) return [];
  const rows = await runStatement<Omit<SeenSuggestion, 'card'> & { readonly id: string }>(
    context.em,
    `select id, "sharedGoals", "sharedFieldCodes", "sharedLanguages"
       from (select id, is_approved,
                    array(select unnest(goals) intersect select unnest(?::text[]) order by 1) as "sharedGoals",
                    array(select unnest(field_codes) intersect select unnest(?::text[]) order by 1) as "sharedFieldCodes",
                    array(select unnest(languages) intersect select unnest(?::text[]) order by 1) as "sharedLanguages"
               from mentor_card) card
      where cardinality("sharedGoals") + cardinality("sharedFieldCodes") > 0
      order by 3 * cardinality("sharedGoals") + 2 * cardinality("sharedFieldCodes") + cardinality("sharedLanguages") desc,
               is_approved desc, id
      limit ${mostSuggestions}`,
    [goals, fieldCodes, languages].map(arrayLiteral),
  );
  const cards = await context.em.find(MentorCardEntity, { id: rows.map(({ id }) => id) });
  return rows.flatMap(({ id, ...shared }) => {
    const card = cards.find((one) => one.id === id);
    return card ? [{ card, ...shared }] : [];
  });
}
