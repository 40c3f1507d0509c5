import type { LocalizedText } from './localized-text.js';

export interface DemoCountry {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: Required<LocalizedText>;
}

const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
  'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
  'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

let countries: readonly DemoCountry[] | undefined;

/** All countries and areas of ISO 3166-1, by code, with the names that the runtime's CLDR data gives them. */
export function listCountries(): readonly DemoCountry[] {
  countries ??= codes.split(' ').map((code) => ({
    code,
    name: { az: nameOf('az', code), en: nameOf('en', code), ru: nameOf('ru', code), tr: nameOf('tr', code) },
  }));
  return countries;
}

const displayNames = new Map<string, Intl.DisplayNames>();

function nameOf(language: string, code: string): string {
  let names = displayNames.get(language);
  if (names === undefined) {
    names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    displayNames.set(language, names);
  }
  const name = names.of(code);
  if (name === undefined) throw new Error(`The runtime knows no ${language} name of country ${code}.`);
  return name;
}
