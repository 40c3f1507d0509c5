import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { raw, type FilterQuery } from '@mikro-orm/core';
import { OpportunityEntity } from './opportunity.entity.js';

/** What the list is narrowed to; unset in a field for no bound. */
export interface OpportunityFilter {
  readonly organizationId?: string | null;
  readonly countryCode?: string | null;
  /** Whether applications are taken today. */
  readonly open?: boolean | null;
  readonly text?: string | null;
  /** Calendar days, `YYYY-MM-DD`. */
  readonly from?: string | null;
  readonly to?: string | null;
}

/** The published opportunities, those that start last first; public. */
export function listOpportunities(
  context: RequestContext,
  args: ConnectionArgs & OpportunityFilter,
): Promise<Connection<OpportunityEntity>> {
  return findConnection(context.em, OpportunityEntity, {
    args,
    where: { published: true, $and: boundsOf(args, context.today()) },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
  });
}

function boundsOf(
  { organizationId = null, countryCode = null, open = null, text = null, from = null, to = null }: OpportunityFilter,
  today: string,
): FilterQuery<OpportunityEntity>[] {
  const words = wordsOf(text ?? '');
  return [
    ...(organizationId === null ? [] : [{ organizationId }]),
    ...(countryCode === null ? [] : [{ countryCode }]),
    ...(open === true ? [untilAtLeast(today)] : []),
    ...(open === false ? [{ endsOn: { $lt: today } }] : []),
    ...(from === null ? [] : [untilAtLeast(from)]),
    ...(to === null ? [] : [{ startsOn: { $lte: to } }]),
    ...(words.length === 0 ? [] : [haveAll(words)]),
  ];
}

const untilAtLeast = (day: string): FilterQuery<OpportunityEntity> => ({
  $or: [{ endsOn: null }, { endsOn: { $gte: day } }],
});

/** What people write as words: letters and digits, so that nothing of it is an operator of the search. */
const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];

const haveAll = (words: readonly string[]): FilterQuery<OpportunityEntity> => ({
  [raw(`words @@ to_tsquery('simple', search_text(?))`, [words.map((word) => `${word}:*`).join(' & ')])]: [],
});
