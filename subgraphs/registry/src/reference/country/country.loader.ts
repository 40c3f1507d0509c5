import { defineRowLoader } from '@birlik/kernel/rows';
import { CountryEntity } from './country.entity.js';

export const countryByCode = defineRowLoader(CountryEntity, 'code', { readers: 'everyone' });
