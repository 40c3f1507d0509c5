import { inEveryLanguage, localize } from '@birlik/kernel/localized';
import { newId } from '@birlik/kernel/identifier';
import { enqueue, type ClaimedJob } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../messages.js';
import { EmergencyAlertEntity } from './emergency-alert.entity.js';
import { EmergencyEntity } from './emergency.entity.js';
import type { SendEmergencyAlertInput } from './emergency.input.js';
import { textOf } from '../text/four-languages.rule.js';
import { findConfirmed } from './emergency.service.js';
import { noteEvent } from './emergency-event.service.js';

/** How many people one job writes to. */
const batchSize = 1000;

const nowhere = { countryCodes: [], cities: [], universities: [] };

/** The newest alerts of an emergency that are shown at once. */
export const mostAlerts = 20;

/**
 * Sends everybody whom an emergency concerns a message, once each. They are on their way when this returns.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (over, or not confirmed)
 */
export async function sendAlert(
  context: RequestContext,
  { emergencyId, text, area }: SendEmergencyAlertInput,
): Promise<EmergencyAlertEntity> {
  return context.em.transactional(async (em) => {
    const { organizationId } = await findConfirmed(em, context, emergencyId);
    const id = newId();
    em.create(EmergencyAlertEntity, {
      id,
      organizationId,
      emergencyId,
      text: textOf(text),
      ...(area ?? nowhere),
      sentBy: context.requireViewer().sub,
    });
    noteEvent(em, context, { organizationId, emergencyId, action: 'alerted' });
    await em.flush();
    await enqueue(em, { kind: 'hand over an alert', key: id, payload: { alert: id, after: null }, organizationId });
    return em.findOneOrFail(EmergencyAlertEntity, { id }, { refresh: true });
  });
}

/** Writes to the next people of an alert, and makes the job for those after them. */
export async function handOverAlert(em: RequestContext['em'], { payload, organizationId }: ClaimedJob): Promise<void> {
  const id = String(payload['alert']);
  const after = payload['after'] ?? null;
  const alert = await em.findOne(EmergencyAlertEntity, { id });
  const emergency = alert && (await em.findOne(EmergencyEntity, { id: alert.emergencyId }));
  if (!alert || !emergency || organizationId === null) return;
  if (after === null) await runStatement(em, 'select know_people(?)', [emergency.id]);
  const subject = inEveryLanguage((language) =>
    explain(emergency.isDrill ? 'emergency-drill-subject' : 'emergency-alert-subject', {
      event: localize(emergency.event, [language]),
    }).in(language),
  );
  const body = inEveryLanguage((language) =>
    explain(emergency.isDrill ? 'emergency-drill-body' : 'emergency-alert-body', {
      text: localize(alert.text, [language]),
    }).in(language),
  );
  const [batch] = await runStatement<{ last: string | null; written: number }>(
    em,
    'select last, written from hand_over_alert(?, ?, ?, ?::jsonb, ?::jsonb)',
    [id, after, batchSize, JSON.stringify(subject), JSON.stringify(body)],
  );
  const last = batch?.last ?? null;
  await runStatement(
    em,
    `update emergency_alert set handed_over = handed_over + ?, done_at = case when ? then app_now() end where id = ?`,
    [batch?.written ?? 0, last === null, id],
  );
  if (last === null) return;
  await enqueue(em, {
    kind: 'hand over an alert',
    key: `${id} ${last}`,
    payload: { alert: id, after: last },
    organizationId,
  });
}

/** The newest alerts of an emergency, newest first, as far as the viewer sees them. */
export function listAlerts(context: RequestContext, emergencyId: string): Promise<EmergencyAlertEntity[]> {
  return context.em.find(EmergencyAlertEntity, { emergencyId }, { orderBy: { id: 'desc' }, limit: mostAlerts });
}
