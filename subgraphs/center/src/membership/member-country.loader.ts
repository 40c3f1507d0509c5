import type { RequestContext } from '@birlik/trust/context';
import { defineLoader } from '@birlik/kernel/loader';
import { rowsBy } from '@birlik/kernel/rows';
import { MemberCountryEntity } from './member-country.entity.js';

const memberships = rowsBy(MemberCountryEntity, 'countryCode', { most: 1 });

/** Whether a country belongs to a center. */
export const isMemberByCountry = defineLoader<string, boolean, RequestContext>(async (codes, { everyone }) =>
  (await memberships(everyone, codes)).map((rows) => rows.length > 0),
);
