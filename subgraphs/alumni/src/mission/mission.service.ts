import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { MissionEntity } from './mission.entity.js';

/** The diplomatic missions in one country, or in all; public. */
export function listMissions(
  context: RequestContext,
  args: ConnectionArgs,
  countryCode: string | null,
): Promise<Connection<MissionEntity>> {
  return findConnection(context.em, MissionEntity, {
    args,
    where: countryCode === null ? {} : { countryCode },
    orderBy: [{ id: 'asc' }],
  });
}
