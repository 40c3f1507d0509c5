import type { SeedContext } from '@birlik/kernel/seed';
import { id } from '@birlik/demo-data';

const millisecondsPerHour = 3_600_000;

/** The hour that begins so many hours from now. */
function inHours(hours: number): string {
  const now = Math.floor(Date.now() / millisecondsPerHour) * millisecondsPerHour;
  return new Date(now + hours * millisecondsPerHour).toISOString();
}

interface DemoPair {
  readonly mentorship: string;
  readonly mentor: string;
  readonly mentee: string;
}

/** What two personas share: a meeting of the past, one agreed on and one that waits, goals and notes. All of it is generated. */
export async function loadPair({ copy }: Pick<SeedContext, 'copy'>, pair: DemoPair): Promise<void> {
  const { mentorship, mentor, mentee } = pair;
  const keyed = (kind: string) => (cells: readonly (string | number | null)[], at: number) => [
    id(kind, 'example', at),
    mentorship,
    ...cells,
  ];
  await copy(
    'mentorship_meeting',
    ['id', 'mentorship_id', 'volunteer_id', 'starts_at', 'minutes', 'place', 'status'],
    [
      [mentor, inHours(-24 * 20), 45, 'Zoom', 'happened'],
      [mentee, inHours(24 * 3), 60, 'https://meet.example.org/mentor', 'confirmed'],
      [mentor, inHours(24 * 17), 60, null, 'proposed'],
    ].map(keyed('mentorship-meeting')),
  );
  await copy(
    'mentorship_goal',
    ['id', 'mentorship_id', 'volunteer_id', 'text', 'status', 'closed_at'],
    [
      [mentee, 'Tərcümeyi-halı iki dildə hazırlamaq (nümunə)', 'done', inHours(-24 * 5)],
      [mentee, 'İlk elmi məqaləni göndərmək (nümunə)', 'open', null],
    ].map(keyed('mentorship-goal')),
  );
  await copy(
    'mentorship_note',
    ['id', 'mentorship_id', 'volunteer_id', 'text'],
    [
      [mentee, 'Növbəti görüşə üç jurnalın adını gətirirəm. (nümunə)'],
      [mentor, 'Məqalənin planını oxudum: giriş hissəsini qısaltmaq olar. (nümunə)'],
    ].map(keyed('mentorship-note')),
  );
}
