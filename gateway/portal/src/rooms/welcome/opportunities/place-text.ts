import { formatCountry } from '../../../language/format.js';

/** A town and its country as one line. */
export function placeText(city: string | null | undefined, countryCode: string | null | undefined): string {
  return [city, countryCode == null ? null : formatCountry(countryCode)].filter((part) => part != null).join(', ');
}
