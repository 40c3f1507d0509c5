import type { LocalizedText } from './localized-text.js';

export interface City {
  readonly name: LocalizedText;
  readonly countryCode: string;
  readonly region: 'capital' | 'region';
  /** How often a person of the country lives here, against the country's other cities. */
  readonly weight: number;
}

function capital(countryCode: string, weight: number, az: string, en: string, ru: string, tr: string): City {
  return { name: { az, en, ru, tr }, countryCode, region: 'capital', weight };
}

function town(countryCode: string, weight: number, az: string, en: string, ru: string, tr: string): City {
  return { name: { az, en, ru, tr }, countryCode, region: 'region', weight };
}

/** Where the persons of the demo data live and its organisations sit. Nobody lives where the weight is 0. */
export const cities: readonly City[] = [
  capital('AZ', 45, 'Bakı', 'Baku', 'Баку', 'Bakü'),
  town('AZ', 9, 'Sumqayıt', 'Sumgait', 'Сумгаит', 'Sumgayıt'),
  town('AZ', 9, 'Gəncə', 'Ganja', 'Гянджа', 'Gence'),
  town('AZ', 10, 'Mingəçevir', 'Mingachevir', 'Мингячевир', 'Mingeçevir'),
  town('AZ', 4, 'Şəki', 'Sheki', 'Шеки', 'Şeki'),
  town('AZ', 4, 'Lənkəran', 'Lankaran', 'Ленкорань', 'Lenkeran'),
  town('AZ', 3, 'Naxçıvan', 'Nakhchivan', 'Нахчыван', 'Nahçıvan'),
  town('AZ', 3, 'Şirvan', 'Shirvan', 'Ширван', 'Şirvan'),
  town('AZ', 3, 'Yevlax', 'Yevlakh', 'Евлах', 'Yevlah'),
  town('AZ', 3, 'Quba', 'Guba', 'Губа', 'Kuba'),
  town('AZ', 2, 'Bərdə', 'Barda', 'Барда', 'Berde'),
  town('AZ', 2, 'Masallı', 'Masalli', 'Масаллы', 'Masallı'),
  town('AZ', 2, 'Qəbələ', 'Gabala', 'Габала', 'Gebele'),
  town('AZ', 1, 'Şamaxı', 'Shamakhi', 'Шамахы', 'Şamahı'),
  capital('KZ', 5, 'Astana', 'Astana', 'Астана', 'Astana'),
  town('KZ', 5, 'Almatı', 'Almaty', 'Алматы', 'Almatı'),
  town('KZ', 2, 'Çimkənd', 'Shymkent', 'Шымкент', 'Çimkent'),
  capital('UZ', 6, 'Daşkənd', 'Tashkent', 'Ташкент', 'Taşkent'),
  town('UZ', 3, 'Səmərqənd', 'Samarkand', 'Самарканд', 'Semerkant'),
  capital('TR', 4, 'Ankara', 'Ankara', 'Анкара', 'Ankara'),
  town('TR', 6, 'İstanbul', 'Istanbul', 'Стамбул', 'İstanbul'),
  capital('KG', 6, 'Bişkek', 'Bishkek', 'Бишкек', 'Bişkek'),
  town('KG', 2, 'Oş', 'Osh', 'Ош', 'Oş'),
  capital('TJ', 6, 'Düşənbə', 'Dushanbe', 'Душанбе', 'Duşanbe'),
  town('TJ', 2, 'Xocənd', 'Khujand', 'Худжанд', 'Hocend'),
  capital('LT', 0, 'Vilnüs', 'Vilnius', 'Вильнюс', 'Vilnius'),
  capital('IT', 0, 'Roma', 'Rome', 'Рим', 'Roma'),
  capital('BE', 0, 'Brüssel', 'Brussels', 'Брюссель', 'Brüksel'),
];

/** The city of that Azerbaijani name. Throws for an unknown one. */
export function cityNamed(name: string): City {
  const found = cities.find((city) => city.name.az === name);
  if (found === undefined) throw new Error(`No city of the demo data is named ${name}.`);
  return found;
}
