import { readConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { LocalizedText } from '@birlik/kernel/localized';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import type { SearchFacet } from '@birlik/trust/search-facet';
import { purposeError } from '../decision/purpose-error.service.js';
import type { Refusal } from '../decision/refusal.rule.js';
import { wantedTerms, type ShownCard } from './search-card.service.js';
import type { CardFacet } from './search-card.entity.js';
import { orderColumn, searchOrders, type SearchOrder } from './search-order.rule.js';

/** What is looked for. */
export interface Search {
  readonly filter?: readonly { readonly facet: SearchFacet; readonly values: readonly string[] }[] | null;
  readonly ids?: readonly string[] | null;
  readonly sort?: SearchOrder | null;
}

/** A page of cards, and what was wanted of them. */
export type FoundCards = Connection<ShownCard> & { readonly wanted: Readonly<Record<string, readonly string[]>> };

interface CardRow {
  readonly volunteer_id: string;
  readonly facets: readonly CardFacet[];
  readonly published_on: string;
  readonly refreshed_on: string;
  readonly rank: string;
  readonly place: string;
  readonly refusal: Refusal | null;
}

type FoundCard = ShownCard & { readonly rank: string; readonly place: string };

interface CountRow {
  readonly facet: SearchFacet | null;
  readonly value: string | null;
  readonly label: LocalizedText | null;
  readonly count: number | null;
  readonly refusal: Refusal | null;
}

/** How many cards there are, as far as it may be told; `total` is null where it may not. */
export interface CardCounts {
  readonly total: number | null;
  readonly facets: readonly {
    readonly facet: SearchFacet;
    readonly value: string;
    readonly label: LocalizedText;
    readonly count: number;
  }[];
}

/**
 * The cards that the viewer's organisation finds for the purpose of the operation; none for a viewer without one. Each person of
 * the page has a row in the log before the page is given out.
 *
 * @throws DomainError BAD_USER_INPUT (a facet twice, or a foreign cursor), or the refusal as its code when the purpose finds nobody
 */
export async function searchCards(context: RequestContext, args: ConnectionArgs, search: Search): Promise<FoundCards> {
  const wanted = wantedTerms(search.filter ?? []);
  const order = orderColumn(search.sort ?? searchOrders.NEWEST, context.language);
  const persons = search.ids ? JSON.stringify(search.ids) : null;
  const page = await readConnection<FoundCard>(context.em, args, {
    length: 2,
    order,
    cursorOf: ({ rank, place }) => [rank, place],
    async read({ after, before, backwards, most }) {
      const rows = await runStatement<CardRow>(
        context.em,
        `select volunteer_id, facets, published_on, refreshed_on, rank, place, refusal
           from search_cards(?::jsonb, case when ?::jsonb is not null then array(select jsonb_array_elements_text(?::jsonb)::uuid) end,
             ?, ?::jsonb, ?::jsonb, ?, ?, ?::uuid, ?, ?)`,
        [
          JSON.stringify(wanted),
          persons,
          persons,
          order,
          after && JSON.stringify(after),
          before && JSON.stringify(before),
          backwards,
          most,
          context.operationId,
          context.operation,
          context.requestId,
        ],
      );
      const refusal = rows[0]?.refusal ?? null;
      if (refusal !== null) throw await purposeError(context, refusal);
      return rows.map(foundCard);
    },
  });
  return { ...page, wanted };
}

function foundCard({ volunteer_id, facets, published_on, refreshed_on, rank, place }: CardRow): FoundCard {
  return { volunteer: { id: volunteer_id }, facets, publishedOn: published_on, refreshedOn: refreshed_on, rank, place };
}

/**
 * How many cards the viewer's organisation finds, as far as it may be told. Nobody is shown by it, so it leaves no row.
 *
 * @throws DomainError the refusal as its code when the purpose finds nobody
 */
export async function countCards(
  context: RequestContext,
  wanted: Readonly<Record<string, readonly string[]>>,
): Promise<CardCounts> {
  const rows = await runStatement<CountRow>(
    context.em,
    'select facet, value, label, count, refusal from count_search_cards(?::jsonb, ?)',
    [JSON.stringify(wanted), context.member.releaseThreshold],
  );
  const refusal = rows[0]?.refusal ?? null;
  if (refusal !== null) throw await purposeError(context, refusal);
  const facets = rows.flatMap(({ facet, value, label, count }) =>
    facet === null || value === null || count === null ? [] : [{ facet, value, label: label ?? { az: value }, count }],
  );
  return { total: rows.find(({ facet }) => facet === null)?.count ?? null, facets };
}
