import { describe, expect, it } from 'vitest';

import type { ComparisonKind } from '../text/comparison-kind.js';
import { normalizedValue } from '../text/normalized-value.js';
import { nameLevels } from './name-comparison.js';
import { pairComparison } from './pair-comparison.js';

type Pair = readonly [string, string];

const pairs = (list: string): readonly Pair[] =>
  list
    .split(/[,\n]/)
    .map((pair) => pair.trim().split('|'))
    .filter((names) => names.length === 2)
    .map(([one = '', other = '']) => [one, other]);

/** Classes of names with pairs that may be of one person and pairs that are not. */
const classes: readonly { name: string; kind: ComparisonKind; same: readonly Pair[]; other: readonly Pair[] }[] = [
  {
    name: 'given names of brothers and sisters',
    kind: 'given-name',
    same: pairs(`
      Samirə|Самира, Fəridə|Farida, Həsən|Гасан, Hüseyn|Гусейн, Kamal|Кямал, Kamil|Камиль, Leyla|Лейла, Lalə|Lala
      Rəşad|Рашад, Rəşid|Rashid, Elçin|Эльчин, Elşən|Elshan, Nərgiz|Наргиз, Günel|Гюнель, Günay|Gyunay, Vüqar|Вугар
      Cəmilə|Джамиля, Qədir|Кадыр, Xədicə|Khadija, Ülviyyə|Ульвия
    `),
    other: pairs(`
      Samirə|Samir, Fəridə|Fərid, Kamilə|Kamil, Həsən|Hüseyn, Kamal|Kamil, Leyla|Lalə, Rəşad|Rəşid, Elçin|Elşən
      Nərgiz|Nərmin, Ruslan|Rüstəm, Aysel|Aysu, Günel|Günay, Vüsal|Vüqar, Tural|Turan, Elnur|Elnarə, Cəmil|Cəmilə
      Самир|Самира, Adil|Aqil, Emin|Elman, Zaur|Zakir
    `),
  },
  {
    name: 'family names in several alphabets',
    kind: 'family-name',
    same: pairs(`
      Məmmədov|Мамедов, Məmmədov|Mammadov, Memmedov|Mamedov, Hüseynov|Гусейнов, Quliyev|Кулиев, Quliyev|Guliyev
      Cəfərov|Джафаров, Ҹәфәров|Jafarov, Həsənov|Гасанова, Xəlilov|Халилов, Hacıyev|Гаджиева, Əliyev|Alieva
      Qasımov|Касумов, Rəhimov|Рагимов, Şıxəliyev|Shikhaliyev, Kazımov|Кязимов, Ələkbərov|Алекперов, Əhmədov|Akhmedov
      Mehdiyev|Мехтиев, Həşimov|Гашимов
    `),
    other: pairs(`
      Xəlilov|Qəlilov, Babayev|Papayev, Əliyev|Vəliyev, Quliyev|Həliyev, Nəbiyev|Nağıyev, Həsənov|Hüseynov
      Kərimov|Rəhimov, Qasımov|Haşımov, Məmmədov|Mahmudov, Əsədov|Səmədov, Cəfərov|Səfərov, Rzayev|Rəsulov
      Musayev|Mirzəyev, Salmanov|Süleymanov, Abbasov|Əzizov, Hacıyev|Xocayev, Tağıyev|Ağayev, Bağırov|Bəkirov
      Kamalov|Kamilov, Гасанов|Гусейнов
    `),
  },
  {
    name: 'Arabic letters',
    kind: 'given-name',
    same: pairs(`
      Əli|علی, Rza|رضا, Zəhra|زهرا, Fatimə|فاطمه, Hüseyn|حسین, Məhəmməd|محمد, Məmməd|محمد, Həsən|حسن
      Али|علی, Cəfər|جعفر, Abbas|عباس, Sadiq|صادق, Yusif|یوسف, Kərimə|کریمه, İsmayıl|اسماعیل, Əlirza|علیرضا
      Qulamhüseyn|غلامحسین, Abdulla|عبدالله, Musa|موسی, Xədicə|خدیجه
    `),
    other: pairs(`
      Əli|رضا, Həsən|حسین, Hüseyn|حسن, Rza|زهرا, Fatimə|فریده, Məhəmməd|محمود, Cəfər|صفر, Abbas|عزیز, Sadiq|صدیقه
      Yusif|یونس, Kərim|رحیم, Zəhra|زهره, Musa|عیسی, Əlirza|محمدرضا, İsmayıl|ابراهیم, Nadir|ناصر, Cavad|جلال, Vəli|علی
      Əsgər|اکبر, Kazım|قاسم
    `),
  },
  {
    name: 'short forms',
    kind: 'given-name',
    same: pairs(`
      Александр|Саша, Aleksandr|Sasha, Yusif|Yusuf, Fatimə|Fatma, Fatimə|Fatya, Məhəmməd|Məmməd, Магомед|Məmməd
      İbrahim|İbo, Elizaveta|Liza, Мария|Маша, Abdulla|Abdul, Елена|Лена, Mariya|Maşa, İsmayıl|İsi, Юрий|Юра
      Михаил|Миша, Татьяна|Tanya, Анна|Аня, Светлана|Света, Zülfüqar|Zülfü
    `),
    other: pairs(`
      Александр|Паша, Саша|Маша, Миша|Гриша, Yusif|Yaqub, Fatimə|Fəridə, Məhəmməd|Mahmud, Məmməd|Murad, İbo|İsi
      Лиза|Лида, Мария|Марина, Abdul|Adil, Елена|Алина, Юра|Юля, Татьяна|Света, Анна|Алла, Женя|Ксения, Вова|Витя
      Zülfü|Ziya, Наташа|Настя, Костя|Коля
    `),
  },
  {
    name: 'joined names',
    kind: 'given-name',
    same: pairs(`
      Ağa Rza|Ağarza, Seyid Əli|Seyidəli, Məhəmməd-Əli|Мамед-Али, Məhəmməd Əli|Məmmədəli, Əbdül Kərim|Əbdülkərim
      Mirzə Ağa|Mirzağa, Əli Ağa|Əliağa, Ağa Məmməd|Агамамед, Əli Hüseyn|Алигусейн, Hacı Ağa|Гаджиага, Nur Məmməd|Нурмамед
      Mir Əli|Mirəli, Şah Verdi|Шахверди, Qulam Əli|Гуламали, Xan Hüseyn|Хангусейн, Gül Ağa|Гюлага, Baba Əli|Бабаали
      Əli Əkbər|Əliəkbər, Məmməd Həsən|Мамедгасан, Abdul Kərim|Əbdül-Kərim
    `),
    other: pairs(`
      Ağa Rza|Ağa Musa, Seyid Əli|Seyid Rza, Məhəmməd-Əli|Məhəmməd-Rza, Əbdülkərim|Əbdülrəhman, Mirzə Ağa|Mirzə Bala
      Əliağa|Əlibala, Mirəli|Mirzəli, Şahverdi|Allahverdi, Qulaməli|Qulamrza, Xanhüseyn|Xanəli, Gülağa|Gülbala
      Babaəli|Balaəli, Əliəkbər|Əliəsgər, Məmmədhəsən|Məmmədhüseyn, Ağahüseyn|Ağahəsən, Nurəli|Nurəhməd
      Hacıbala|Hacıağa, Seyidəli|Mirəli, Əliheydər|Əliabbas, Mir Cəfər|Mir Möhsün
    `),
  },
  {
    name: 'family names in -zadə',
    kind: 'family-name',
    same: pairs(`
      Əlizadə|Ali Zade, Əlizadə|Али-заде, Əlizadə|علیزاده, Məmmədzadə|Мамедзаде, Məhəmmədzadə|محمدزاده, Qasımzadə|Гасым-заде
      Hüseynzadə|Гусейн-заде, Həsənzadə|Hasan-zada, Quluzadə|Кулизаде, Rəhimzadə|Рагимзаде, Kərimzadə|Kerimzadeh
      Cəfərzadə|Джафар-заде, Ağazadə|Aga zade, İbrahimzadə|Ибрагим-заде, Rzazadə|Reza zadeh, Yusifzadə|Yusufzade
      Abbaszadə|Аббасзаде, Kazımzadə|Кязим-заде, Babazadə|Babazada, Xəlilzadə|Khalilzade
    `),
    other: pairs(`
      Əlizadə|Vəlizadə, Həsənzadə|Hüseynzadə, Qasımzadə|Kazımzadə, Rəhimzadə|Kərimzadə, Cəfərzadə|Səfərzadə
      Məmmədzadə|Mahmudzadə, Ağazadə|Tağızadə, Babazadə|Balazadə, Rzazadə|Musazadə, Yusifzadə|Yunuszadə
      Xəlilzadə|Cəlilzadə, Quluzadə|Vəlizadə, Abbaszadə|Əzizzadə, İbrahimzadə|İsmayılzadə, Sultanzadə|Süleymanzadə
      Əlizadə|رضازاده, Əhmədzadə|Əsədzadə, Kamalzadə|Kamilzadə, Nəbizadə|Nağızadə, Ализаде|Велизаде
    `),
  },
  {
    name: 'the family names in -lı and -ov of one family',
    kind: 'family-name',
    same: pairs(`
      Həsənli|Həsənov, Hüseynli|Гусейнов, Əhmədli|Ahmadova, İsmayıllı|İsmayılov, Qasımlı|Гасымов, Kazımlı|Кязимов
      Cəfərli|Джафарова, Abbaslı|Abbasov, Rəhimli|Рагимова, Səfərli|Səfərov, Nəbili|Nəbiyev, Abdullalı|Abdullayev
      Mahmudlu|Mahmudov, Yusifli|Yusifov, Vüqarlı|Vüqarov, Talışlı|Talışov, Salmanlı|Салманов, Kamallı|Kamalova
      Xəlilli|Халилов, Qurbanlı|Курбанов
    `),
    other: pairs(`
      Həsənli|Hüseynov, Hüseynli|Həsənov, Əhmədli|Məmmədov, İsmayıllı|İbrahimov, Qasımlı|Haşımov, Cəfərli|Səfərov
      Abbaslı|Əzizov, Rəhimli|Kərimov, Nəbili|Nağıyev, Mahmudlu|Məmmədov, Yusifli|Yunusov, Salmanlı|Süleymanov
      Kamallı|Kamilov, Xəlilli|Cəlilov, Qurbanlı|Qədirov, Əliyarlı|Əliyev, Babalı|Papayev, Rzalı|Rəsulov
      Muradlı|Mirzəyev, Talışlı|Talıbov
    `),
  },
  {
    name: 'family names in -oğlu',
    kind: 'family-name',
    same: pairs(`
      Kərimoğlu|Kerimoglu, Kərimoğlu|Керимоглу, Kərimoğlu|Kərim oğlu, Hacıoğlu|Haji oghlu, Hacıoğlu|Гаджиоглы
      Həsənoğlu|Гасаноглу, Hüseynoğlu|Huseynoglu, Əlioğlu|Alioghlu, Məmmədoğlu|Мамедоглы, Xəliloğlu|Halilogly
      Qaraoğlu|Karaoglu, Rzaoğlu|Rza oglu, Vəlioğlu|Velioglou, Muradoğlu|Мурадоглу, İsmayıloğlu|Ismailoglu
      Cəfəroğlu|Джафароглу, Şahoğlu|Shahoglu, Əhmədoğlu|Ahmetoğlu, Topçuoğlu|Topcuoglu, Qasımoğlu|Гасымоглы
    `),
    other: pairs(`
      Kərimoğlu|Rəhimoğlu, Hacıoğlu|Hüseynoğlu, Həsənoğlu|Hüseynoğlu, Əlioğlu|Vəlioğlu, Məmmədoğlu|Mahmudoğlu
      Xəliloğlu|Cəliloğlu, Qaraoğlu|Ağaoğlu, Rzaoğlu|Musaoğlu, Muradoğlu|Mirzəoğlu, İsmayıloğlu|İbrahimoğlu
      Cəfəroğlu|Səfəroğlu, Əhmədoğlu|Əsədoğlu, Qasımoğlu|Kazımoğlu, Babaoğlu|Balaoğlu, Yusifoğlu|Yunusoğlu
      Kamaloğlu|Kamiloğlu, Salmanoğlu|Süleymanoğlu, Bağıroğlu|Bəkiroğlu, Nəbioğlu|Nağıoğlu, Topçuoğlu|Tapdıqoğlu
    `),
  },
  {
    name: "neighbours' patronymics",
    kind: 'patronymic',
    same: pairs(`
      Болатқызы|Болатовна, Болатұлы|Болатович, Ерланқызы|Ерлановна, Маратұлы|Маратович, Talğatqızı|Талгатовна
      Сергеевич|Sergeyevich, Ивановна|Ivanovna, Николаевна|Nikolayevna, Васильевич|Vasilyevich, Əli oğlu|Алиевич
      Həsən qızı|Гасановна, Rüstəm oğlu|Рустамович, Musa qızı|Мусаевна, Məmməd oğlu|Мамед оглы, Hüseyn q.|Гусейн кызы
      Əhməd oğlu|Ahmetoğlu, Данияров ұлы|Данияровұлы, Қайратұлы|Кайратович, Дмитриевна|Dmitriyevna, Юрьевич|Yuryevich
    `),
    other: pairs(`
      Болатқызы|Маратовна, Болатұлы|Саматович, Ерланқызы|Ернаровна, Маратұлы|Муратович, Talğatqızı|Толеновна
      Сергеевич|Степанович, Ивановна|Игоревна, Николаевна|Никитична, Васильевич|Валерьевич, Əli oğlu|Велиевич
      Həsən qızı|Гусейновна, Rüstəm oğlu|Русланович, Musa qızı|Мустафаевна, Məmməd oğlu|Махмуд оглы, Kamal q.|Камил кызы
      Əhməd oğlu|Əsəd oğlu, Қайратұлы|Канатович, Дмитриевна|Денисовна, Юрьевич|Яковлевич, Асқарұлы|Асанович
    `),
  },
  {
    name: "neighbours' family names",
    kind: 'family-name',
    same: pairs(`
      ბერიძე|Beridze, Beridze|Беридзе, Gelashvili|Гелашвили, კაპანაძე|Капанадзе, Maisuradze|Майсурадзе, ალიევი|Алиев
      Qipiani|Кипиани, Lomidze|Ломидзе, Mamedovi|Мамедов, Yılmaz|Yilmaz, Şahin|Sahin, Çelik|Celik, Öztürk|Ozturk
      Doğan|Dogan, Yıldırım|Yildirim, Koç|Koc, Ахметов|Ahmetov, Сулейменов|Suleimenov, Иванова|Ivanov, Достоевский|Dostoevskaya
    `),
    other: pairs(`
      Beridze|Berulava, Gelashvili|Gogichaishvili, Kapanadze|Kobakhidze, Maisuradze|Mamaladze, Lomidze|Lominadze
      Qipiani|Chikovani, Giorgadze|Gigauri, Yılmaz|Yalçın, Şahin|Şen, Çelik|Çetin, Öztürk|Özdemir, Doğan|Demir
      Yıldırım|Yıldız, Koç|Kaya, Ахметов|Омаров, Сулейменов|Салимов, Иванов|Игнатов, Петров|Павлов, Смирнов|Семёнов, Ким|Кан
    `),
  },
];

function levelOf([one, other]: Pair, kind: ComparisonKind): number {
  const values = [one, other].map((name) => normalizedValue(name, kind, 'dmy'));
  const texts = ['', ...new Set(values)];
  const field = {
    name: kind,
    column: kind,
    kind,
    texts,
    values: Int32Array.from(values, (value) => texts.indexOf(value)),
  };
  const levels = new Uint8Array(1);
  pairComparison([field]).compare(0, 1, levels);
  return levels[0] ?? 0;
}

const oneName = nameLevels.indexOf('same sound');

describe('the comparison of names', () => {
  it.each(classes)('finds $name and keeps others apart', ({ kind, same, other }) => {
    expect(Math.min(same.length, other.length)).toBeGreaterThanOrEqual(20);
    const missed = same.filter((pair) => levelOf(pair, kind) < oneName);
    const alike = other.filter((pair) => levelOf(pair, kind) >= oneName);
    expect(missed.length, `missed: ${missed.join('; ')}`).toBeLessThanOrEqual(0.15 * same.length);
    expect(alike.length, `falsely alike: ${alike.join('; ')}`).toBeLessThanOrEqual(0.1 * other.length);
  });
});
