import { newId } from '@birlik/kernel/identifier';
import { defineStory } from '@birlik/test/testkit/story';
import type { TestMember } from '@birlik/test/testkit/member';

export const portal = defineStory('portal', () => ({
  id: newId(),
  organization_id: newId(),
  name: `Portal ${newId()}`,
  summary: { az: 'Ad' },
}));

/** An opportunity that is open, published and has room for one; the portal is there already. */
export const opportunity = defineStory('opportunity', () => ({
  id: newId(),
  organization_id: newId(),
  portal_id: newId(),
  title: { az: 'Ad' },
  summary: { az: 'Ad' },
  city: { az: 'Ad' },
  country_code: 'AZ',
  starts_on: '2020-01-01',
  ends_on: null,
  capacity: 1,
  published: true,
}));

/** An hour of service that the organisation has verified, at no opportunity of its own. */
export const serviceEntry = defineStory('service_entry', () => ({
  id: newId(),
  organization_id: newId(),
  volunteer_id: newId(),
  opportunity_id: null,
  minutes: 60,
  worked_on: '2025-05-01',
  status: 'verified',
  corrects_id: null,
}));

/** The day that comes so many days after today where the organisations of the union are. */
export async function dayAhead(owner: TestMember['owner'], days: number): Promise<string> {
  const sql = `select (day_in('Asia/Baku', now()) + $1::integer)::text as day`;
  const { rows } = await owner.query<{ day: string }>(sql, [days]);
  return rows[0]?.day ?? '';
}
