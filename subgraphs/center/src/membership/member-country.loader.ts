import type { RequestContext } from '@birlik/trust/context';
import { defineLoader } from '@birlik/kernel/loader';
import { MemberCountryEntity } from './member-country.entity.js';

/** Whether a country belongs to a center. */
export const isMemberByCountry = defineLoader<string, boolean, RequestContext>(async (codes, context) => {
  const rows = await context.em.find(MemberCountryEntity, { countryCode: { $in: [...codes] } });
  const members = new Set(rows.map((row) => row.countryCode));
  return codes.map((code) => members.has(code));
});
