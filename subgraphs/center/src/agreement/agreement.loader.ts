import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { newestByCountry, type LoaderByCountry } from '../country/newest-by-country.loader.js';
import { AgreementEntity } from './agreement.entity.js';

export const agreementById = defineRowLoader(
  (ids: string[], { em }: RequestContext) => em.find(AgreementEntity, { id: { $in: ids } }),
  (row) => row.id,
);

/** The agreements that involve a country, newest first. */
export const agreementsByCountry: LoaderByCountry<AgreementEntity> = newestByCountry(
  `select agreement.id from agreement where agreement.country_codes @> array[wanted.code]
    order by agreement.signed_on desc, agreement.id desc`,
  (em, ids) => em.find(AgreementEntity, { id: { $in: ids } }),
);
