import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { CountryEntity } from './country.entity.js';

export const countryByCode = defineRowLoader(
  (codes: string[], { em }: RequestContext) => em.find(CountryEntity, { code: { $in: codes } }),
  (row) => row.code,
);
