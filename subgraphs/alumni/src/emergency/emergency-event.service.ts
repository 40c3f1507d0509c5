import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { EmergencyEventEntity, type EmergencyAction } from './emergency-event.entity.js';

/** What was done, for the history of the desk. */
export interface DeskAction {
  readonly organizationId: string;
  readonly emergencyId: string;
  readonly action: EmergencyAction;
  readonly checkInId?: string;
  readonly toWhom?: string;
}

/** Notes what was done at the desk, in the transaction that does it; `by` is null for the clock. */
export function noteEvent(em: RequestContext['em'], by: RequestContext | null, done: DeskAction): void {
  const { checkInId = null, toWhom = null, ...rest } = done;
  em.create(EmergencyEventEntity, { id: newId(), byWhom: by?.requireViewer().sub ?? null, checkInId, toWhom, ...rest });
}
