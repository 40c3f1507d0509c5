import { defineRowLoader } from '@birlik/kernel/rows';
import { newestByCountry, type LoaderByCountry } from '../country/newest-by-country.loader.js';
import { AgreementEntity } from './agreement.entity.js';

export const agreementById = defineRowLoader(AgreementEntity, 'id', { readers: 'everyone' });

/** The agreements that involve a country, newest first. */
export const agreementsByCountry: LoaderByCountry<AgreementEntity> = newestByCountry(
  AgreementEntity,
  `one.country_codes @> array[wanted.key]`,
  [{ signedOn: 'desc' }, { id: 'desc' }],
);
