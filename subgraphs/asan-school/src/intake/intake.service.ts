import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/kernel/context';
import { IntakeEntity } from './intake.entity.js';

/** All intakes, newest first; public. */
export function listIntakes(context: RequestContext, args: ConnectionArgs): Promise<Connection<IntakeEntity>> {
  return findConnection(context.em, IntakeEntity, { args, orderBy: [{ startsOn: 'desc' }, { id: 'desc' }] });
}

/** The last day of a stretch of whole weeks, as `YYYY-MM-DD`. */
export function lastDay({ startsOn, weeks }: { startsOn: string; weeks: number }): string {
  const day = new Date(`${startsOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + weeks * 7 - 1);
  return day.toISOString().slice(0, 10);
}
