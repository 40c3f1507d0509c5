import type { NameSet } from './name-set.js';
import { parseSpellings } from './spelling.js';

const kazakh: NameSet = {
  female: parseSpellings(
    'Aygerim|Айгерим|Aigerim Aliya|Алия|Aliya Dana|Дана Dinara|Динара Jansaya|Жансая|Zhansaya Madina|Мадина Saltanat|Салтанат Togjan|Тогжан|Togzhan Asel|Асель|Assel',
  ),
  male: parseSpellings(
    'Arman|Арман Askar|Аскар Daniyar|Данияр|Daniyar Dauren|Даурен Erlan|Ерлан|Yerlan Nurjan|Нуржан|Nurzhan Timur|Тимур Sanjar|Санжар|Sanzhar',
  ),
  family: parseSpellings(
    'Axmetov|Ахметов|Akhmetov Bekov|Беков Jumabayev|Жумабаев|Zhumabayev Kasımov|Касымов|Kassymov Ospanov|Оспанов Seytkaliyev|Сейткалиев|Seitkaliyev Tulegenov|Тулегенов',
  ),
  genderedFamily: true,
  patronymic: 'russian',
};

const uzbek: NameSet = {
  female: parseSpellings(
    'Dilnoza|Дилноза Gulnora|Гульнора Kamola|Камола Malika|Малика Nodira|Нодира Şahnoza|Шахноза Zulfiya|Зульфия',
  ),
  male: parseSpellings(
    'Alişer|Алишер Bobur|Бобур Cahongir|Джахонгир|Jahongir Otabek|Отабек Sardor|Сардор Şerzod|Шерзод Ulugbek|Улугбек',
  ),
  family: parseSpellings(
    'Abdurahmonov|Абдурахмонов Ergaşev|Эргашев Karimov|Каримов Rahmatullayev|Рахматуллаев Saidov|Саидов Toşmatov|Тошматов Yuldaşev|Юлдашев',
  ),
  genderedFamily: true,
  patronymic: 'russian',
};

const kyrgyz: NameSet = {
  female: parseSpellings(
    'Aizada|Айзада Ayperi|Айпери|Aiperi Begimay|Бегимай|Begimai Cıldız|Жылдыз|Jyldyz Nurzat|Нурзат',
  ),
  male: parseSpellings('Azamat|Азамат Bakıt|Бакыт|Bakyt Nurbek|Нурбек Talant|Талант Ulan|Улан'),
  family: parseSpellings(
    'Abdıldayev|Абдылдаев|Abdyldaev Asanov|Асанов İsakov|Исаков Moldobayev|Молдобаев|Moldobaev Toktogulov|Токтогулов',
  ),
  genderedFamily: true,
  patronymic: 'russian',
};

const tajik: NameSet = {
  female: parseSpellings('Farzona|Фарзона Mehrinoz|Мехриноз Nigora|Нигора Parvina|Парвина Şahlo|Шахло'),
  male: parseSpellings('Behruz|Бехруз Firdavs|Фирдавс Komron|Комрон Manuçehr|Манучехр Suhrob|Сухроб'),
  family: parseSpellings('Holov|Холов Nazarov|Назаров Rahimov|Рахимов Safarov|Сафаров Şaripov|Шарипов'),
  genderedFamily: true,
  patronymic: 'russian',
};

const turkish: NameSet = {
  female: parseSpellings('Ayşe|Айше|Ayse Büşra|Бюшра|Busra Elif|Элиф Merve|Мерве Selin|Селин Zeynep|Зейнеп'),
  male: parseSpellings('Ahmet|Ахмет Burak|Бурак Emre|Эмре Kerem|Керем Mustafa|Мустафа Yusuf|Юсуф'),
  family: parseSpellings(
    'Aydın|Айдын Çelik|Челик|Celik Demir|Демир Kaya|Кая Öztürk|Озтюрк|Ozturk Şahin|Шахин|Sahin Yıldız|Йылдыз Yılmaz|Йылмаз',
  ),
  genderedFamily: false,
  patronymic: 'none',
};

/** The names of the other countries that persons of the demo data come from. */
export const neighbourNames: Readonly<Record<'KZ' | 'UZ' | 'KG' | 'TJ' | 'TR', NameSet>> = {
  KZ: kazakh,
  UZ: uzbek,
  KG: kyrgyz,
  TJ: tajik,
  TR: turkish,
};
