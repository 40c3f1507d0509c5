import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import type { SeenPerson } from '../decision/grant.loader.js';
import { isOwnView } from '../decision/own-view.rule.js';
import { explain } from '../messages.js';

/** How many devices a person has at most. */
export const mostDevices = 10;

/** A device of a person, without its address: who has that can tell it anything. */
export interface PushDeviceRow {
  readonly id: string;
  readonly addedAt: Date;
}

type Stored = Omit<PushDeviceRow, 'addedAt'> & { readonly addedAt: string };

const dates = ({ id, addedAt }: Stored): PushDeviceRow => ({ id, addedAt: new Date(addedAt) });

/** A person's devices, the last one first; null for anyone but the person. */
export async function listDevices(context: RequestContext, person: SeenPerson): Promise<PushDeviceRow[] | null> {
  if (!isOwnView(context, person)) return null;
  const rows = await runStatement<Stored>(
    context.em,
    `select id, added_at as "addedAt" from push_device where volunteer_id = ? order by id desc limit ${mostDevices}`,
    [person.id],
  );
  return rows.map(dates);
}

/**
 * Adds a device of the viewer's; one that is there already is the same.
 *
 * @throws DomainError CONFLICT for one too many
 */
export async function addDevice(context: RequestContext, address: string): Promise<PushDeviceRow> {
  const volunteerId = context.requireVolunteer();
  return context.em.transactional(async (em) => {
    // Additions of one person come one after the other, so that each counts those before it.
    await runStatement(em, 'select pg_advisory_xact_lock(hashtextextended(?, 0))', [`push_device ${volunteerId}`]);
    await runStatement(
      em,
      `insert into push_device (id, volunteer_id, address)
       select ?, ?, ? where (select count(*) from push_device where volunteer_id = ?) < ${mostDevices}
       on conflict do nothing`,
      [newId(), volunteerId, address, volunteerId],
    );
    const [device] = await runStatement<Stored>(
      em,
      'select id, added_at as "addedAt" from push_device where volunteer_id = ? and address = ?',
      [volunteerId, address],
    );
    if (!device) throw new DomainError('CONFLICT', explain('too-many-devices', { most: mostDevices }));
    return dates(device);
  });
}

/** Takes away a device of the viewer's own; says whether there was one. */
export async function removeDevice(context: RequestContext, id: string): Promise<boolean> {
  const removed = await runStatement(
    context.em,
    'delete from push_device where id = ? and volunteer_id = ? returning id',
    [id, context.requireVolunteer()],
  );
  return removed.length > 0;
}
