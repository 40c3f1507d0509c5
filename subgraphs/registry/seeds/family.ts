import type { SeedContext } from '@birlik/kernel/seed';
import { id, type DemoData } from '@birlik/demo-data';
import { messageKinds } from '../src/message/message.entity.js';
import { storedText } from '../src/message/message.service.js';
import { explain } from '../src/messages.js';

const dayMs = 86_400_000;

/** A guardian as the office recorded her, what an organisation asks her for her ward, and a consent that she gave for the ward. */
export async function loadFamily(demo: DemoData, copy: SeedContext['copy']): Promise<void> {
  const { guardian, ward } = demo.family;
  const union = demo.organization('uvoa').id;
  const daysAgo = (days: number) => new Date(Date.now() - days * dayMs);
  await copy(
    'guardianship',
    ['id', 'guardian_id', 'ward_id', 'evidence', 'recorded_at', 'recorded_by'],
    [[id('guardianship', 'demo'), guardian.id, ward.id, 'Doğum haqqında şəhadətnamə (nümunə)', daysAgo(60), 'demo']],
  );
  await copy(
    'consent',
    ['id', 'volunteer_id', 'recipient_organization_id', 'purpose', 'category', 'given_at', 'given_by_guardian'],
    [[id('consent', 'ward'), ward.id, union, 'placement', 'contact', daysAgo(30), true]],
  );
  await copy(
    'consent_request',
    ['id', 'organization_id', 'volunteer_id', 'purpose', 'categories', 'reason', 'asked_at', 'asked_by', 'lapses_at'],
    [
      [
        id('consent-request', 'ward'),
        union,
        ward.id,
        'placement',
        ['service'],
        'Yaşına uyğun iş seçmək üçün (nümunə)',
        daysAgo(2),
        'demo',
        daysAgo(-28),
      ],
    ],
  );
  const told = [
    { to: ward, kind: messageKinds.CONSENT_ASKED, text: 'consent-asked' },
    { to: guardian, kind: messageKinds.GUARDIAN_ASKED, text: 'guardian-asked' },
  ] as const;
  await copy(
    'message',
    ['id', 'volunteer_id', 'organization_id', 'kind', 'subject', 'body', 'sent_at'],
    told.map(({ to, kind, text }) => [
      id('message', 'consent-request', text),
      to.id,
      union,
      kind,
      storedText(explain(`${text}-subject`)),
      storedText(explain(`${text}-body`)),
      daysAgo(2),
    ]),
  );
}
