import type { RequestContext } from '@birlik/trust/context';
import { CountryEntity } from './country.entity.js';

/** All countries and areas of ISO 3166-1 by code; public. */
export function listCountries(context: RequestContext): Promise<CountryEntity[]> {
  return context.em.find(CountryEntity, {}, { orderBy: { code: 'asc' } });
}
