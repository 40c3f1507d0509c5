import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { ChairTermEntity } from './chair-term.entity.js';

/** All chair terms, newest first; public. */
export function listChairTerms(context: RequestContext, args: ConnectionArgs): Promise<Connection<ChairTermEntity>> {
  return findConnection(context.em, ChairTermEntity, { args, orderBy: [{ startsOn: 'desc' }, { id: 'desc' }] });
}

/** The term that covers a day, its first and last one included; at most one does, since the table lets none overlap. */
export function findChairTerm(context: RequestContext, day: string): Promise<ChairTermEntity | null> {
  return context.em.findOne(ChairTermEntity, { startsOn: { $lte: day }, endsOn: { $gte: day } });
}
