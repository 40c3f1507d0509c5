import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { ConferenceEntity } from './conference.entity.js';

/** All conferences, newest first; public. */
export function listConferences(context: RequestContext, args: ConnectionArgs): Promise<Connection<ConferenceEntity>> {
  return findConnection(context.em, ConferenceEntity, { args, orderBy: [{ reportedOn: 'desc' }, { id: 'desc' }] });
}
