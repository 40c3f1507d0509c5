import type { ResolveReference } from '@birlik/trust/federation';
import { countryByCode } from './country.loader.js';

export const resolveCountry: ResolveReference = (reference, context) =>
  countryByCode.load(context, String(reference['code']));
