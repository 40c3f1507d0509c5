import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, indexByKey } from '@birlik/kernel/loader';
import { CountryEntity } from './country.entity.js';

export const countryByCode = defineLoader<string, CountryEntity | null, RequestContext>(async (codes, context) => {
  const rows = await context.em.find(CountryEntity, { code: { $in: [...codes] } });
  return indexByKey(codes, rows, (row) => row.code);
});
