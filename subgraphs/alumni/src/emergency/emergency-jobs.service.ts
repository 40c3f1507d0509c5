import type { JobKind } from '@birlik/kernel/queue';
import type { MemberIdentity } from '@birlik/trust/context';
import { handOverAlert } from './emergency-alert.service.js';
import { escalateCall } from './emergency-desk.service.js';
import { EmergencyEntity } from './emergency.entity.js';

/** What an emergency makes the clock do: alerts in batches, calls for help that wait, and the end. */
export function emergencyJobs({ clock }: MemberIdentity): readonly JobKind[] {
  return [
    { name: 'hand over an alert', run: handOverAlert },
    { name: 'escalate a call for help', run: (em, job) => escalateCall(em, job, clock.now()) },
    {
      name: 'close an emergency',
      run: async (em, { payload }) => {
        await em.nativeUpdate(
          EmergencyEntity,
          { id: String(payload['emergency']), closedAt: null },
          { closedAt: clock.now() },
        );
      },
    },
  ];
}
