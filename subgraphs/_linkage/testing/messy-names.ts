/** A name in today's Latin letters and in the Russian spellings that documents have. */
export interface SpelledName {
  readonly az: string;
  readonly russian: readonly string[];
}

function names(list: string): readonly SpelledName[] {
  return list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [az = '', ...russian] = entry.split('|');
      return { az, russian };
    });
}

/** The most frequent first. */
export const maleNames = names(`
  Əli|Али Məmməd|Мамед|Мамед|Мəммəд Həsən|Гасан|Хасан Hüseyn|Гусейн|Хусейн Əhməd|Ахмед|Ахмад İbrahim|Ибрагим|Ибрахим
  Elçin|Эльчин|Элчин Rəşad|Рашад Vüqar|Вугар|Вюгар Elşad|Эльшад Yusif|Юсиф|Юсуф Murad|Мурад İsmayıl|Исмаил|Исмаилл
  Ramil|Рамиль|Рамил Tural|Турал|Турал Orxan|Орхан Ceyhun|Джейхун|Джейхун Kamal|Камал|Кямал Nicat|Ниджат Samir|Самир
  Anar|Анар Azad|Азад Bəxtiyar|Бахтияр Cəlal|Джалал Cavad|Джавад Çingiz|Чингиз Elman|Эльман|Элман Emin|Эмин Eldar|Эльдар
  Fazil|Фазиль|Фазил Fikrət|Фикрет|Фикрат Firudin|Фирудин Qabil|Габиль|Кабил Qədir|Гадир|Кадир Qulam|Гулам|Кулам
  Habil|Габиль|Хабил Hacı|Гаджи|Хаджи Həbib|Габиб|Хабиб Həmid|Гамид|Хамид Heydər|Гейдар|Хейдар Xalid|Халид Xanlar|Ханлар
  Xəlil|Халил İlqar|Ильгар|Илгар İlham|Ильхам|Илхам İlkin|Илькин İntiqam|Интигам İsa|Иса Kərim|Керим|Карим Kənan|Кянан|Кенан
  Lətif|Латиф Mahmud|Махмуд Maqsud|Магсуд|Максуд Mehdi|Мехти|Мехди Məhərrəm|Магеррам|Магаррам Mikayıl|Микаил Mirzə|Мирза
  Mübariz|Мубариз Musa|Муса Mustafa|Мустафа Müslüm|Муслим|Муслюм Namiq|Намик|Намиг Nazim|Назим Nəriman|Нариман Novruz|Новруз
  Oqtay|Огтай|Октай Pərviz|Парвиз|Первиз Polad|Полад Rauf|Рауф Rəhim|Рагим|Рахим Rövşən|Ровшан Rüfət|Руфат Rüstəm|Рустам
  Saleh|Салех Sabir|Сабир Səfər|Сафар Səlim|Салим|Селим Süleyman|Сулейман Şahin|Шахин|Шаин Şamil|Шамиль|Шамил Şükür|Шукюр|Шукур
  Tahir|Тахир|Таир Taleh|Талех Teymur|Теймур|Тимур Toğrul|Тогрул Vahid|Вахид|Вагид Vaqif|Вагиф Vasif|Васиф Vəli|Вели|Вали
  Yaqub|Ягуб|Якуб Yaşar|Яшар|Ясар Zahid|Захид Zakir|Закир Zaur|Заур Ziyad|Зияд Zülfüqar|Зульфугар Əkbər|Акпер|Акбер Əkrəm|Акрам
  Ələkbər|Алекпер|Алекбер Əliağa|Алиага Ələsgər|Алескер Əmrah|Амрах Ənvər|Анвар|Энвер Əsgər|Аскер Əşrəf|Ашраф Əziz|Азиз
  Uğur|Угур Ülvi|Ульви Ürfan|Урфан Seymur|Сеймур Sənan|Санан Elnur|Эльнур Natiq|Натиг|Натик Ağa|Ага Məmmədəli|Мамедали
`);

export const femaleNames = names(`
  Fatimə|Фатима|Фатма Zeynəb|Зейнаб Zəhra|Захра|Зехра Nərgiz|Наргиз|Наргиз Aysel|Айсель|Айсел Leyla|Лейла|Лейла Nigar|Нигяр|Нигар
  Günel|Гюнель|Гюнел Sevinc|Севиндж Aynur|Айнур Gülnar|Гюльнар|Гульнар Gülnarə|Гюльнара|Гульнара Səbinə|Сабина Könül|Кёнюль|Кенуль
  Lalə|Лала|Лале Məryəm|Марьям|Мерьем Xədicə|Хадиджа Aygün|Айгюн|Айгун Aytən|Айтен|Айтан Arzu|Арзу Afət|Афет Almaz|Алмаз
  Ayşə|Айша Bəsti|Басти Cəmilə|Джамиля Cahan|Джахан Çinarə|Чинара Dilarə|Диляра Dürdanə|Дурдана Elmira|Эльмира|Элмира
  Elnarə|Эльнара|Элнара Esmira|Эсмира Əfsanə|Афсана|Эфсана Əsmər|Асмар|Эсмер Fəridə|Фарида Firəngiz|Фирангиз Gövhər|Гевхар|Говхар
  Gülşən|Гюльшан|Гульшан Gülbəniz|Гюльбаниз Hicran|Хиджран Həcər|Хаджар|Гаджар Hökümə|Хокума Xalidə|Халида Xatirə|Хатира
  Xuraman|Хураман İlhamə|Ильхама İradə|Ирада Jalə|Жаля|Жале Kəmalə|Кямаля|Камала Kübra|Кюбра|Кубра Lamiyə|Ламия Ləman|Ляман|Леман
  Mahirə|Махира Mehriban|Мехрибан Mələhət|Малахат|Мелахат Minarə|Минара Nailə|Наиля|Наила Nazilə|Назиля Nəzakət|Незакет
  Nuranə|Нурана Pakizə|Пакиза Pəri|Пери Pərvanə|Парвана Ramilə|Рамиля Rəna|Рена|Рана Ruhəngiz|Рухангиз Samirə|Самира
  Sara|Сара Səadət|Саадат Səkinə|Сакина Solmaz|Солмаз Sona|Сона Sevda|Севда Südabə|Судаба Şəfəq|Шафаг|Шафак Şəhla|Шахла
  Şövkət|Шовкет Tamilla|Тамилла Təranə|Тарана Turanə|Турана Tükəzban|Тукезбан Ulduz|Улдуз Ülkər|Улькер|Улкяр Vəfa|Вафа
  Validə|Валида Vüsalə|Вюсаля|Вусала Yasəmən|Ясемен|Ясаман Yeganə|Егана Zemfira|Земфира Zərifə|Зарифа Zöhrə|Зохра
  Zümrüd|Зумруд Zülfiyyə|Зульфия Ofeliya|Офелия Rəhilə|Рахиля Səidə|Саида
`);

export const familyNames = names(`
  Məmmədov|Мамедов|Маммадов Əliyev|Алиев Həsənov|Гасанов|Хасанов Hüseynov|Гусейнов|Хусейнов Quliyev|Гулиев|Кулиев
  Əhmədov|Ахмедов|Ахмадов İbrahimov|Ибрагимов Abbasov|Аббасов İsmayılov|Исмаилов|Исмайлов Hacıyev|Гаджиев|Хаджиев
  Abdullayev|Абдуллаев Rzayev|Рзаев Mustafayev|Мустафаев Nəsirov|Насиров Babayev|Бабаев Cəfərov|Джафаров Kərimov|Керимов|Каримов
  Orucov|Оруджев Qasımov|Гасымов|Касумов|Касимов Mirzəyev|Мирзоев|Мирзаев Bayramov|Байрамов Novruzov|Новрузов Rəhimov|Рагимов|Рахимов
  Səfərov|Сафаров Süleymanov|Сулейманов Yusifov|Юсифов|Юсуфов Vəliyev|Велиев|Валиев Musayev|Мусаев Tağıyev|Тагиев
  Ağayev|Агаев Axundov|Ахундов Allahverdiyev|Аллахвердиев Aslanov|Асланов Bağırov|Багиров Bəkirov|Бекиров Cabbarov|Джаббаров
  Cavadov|Джавадов Çobanov|Чобанов Dadaşov|Дадашов|Дадашев Eyvazov|Эйвазов|Ейвазов Eminov|Эминов Əfəndiyev|Эфендиев|Афандиев
  Ələkbərov|Алекперов|Алекберов Əsədov|Асадов Əsgərov|Аскеров Əzizov|Азизов Fərəcov|Фараджев Fətəliyev|Фаталиев Fərzəliyev|Фарзалиев
  Göyüşov|Геюшов Haqverdiyev|Ахвердиев|Хагвердиев Heydərov|Гейдаров|Хейдаров Həmidov|Гамидов Həşimov|Гашимов|Хашимов Xəlilov|Халилов
  Xudiyev|Худиев Xudaverdiyev|Худавердиев İskəndərov|Искендеров|Искандеров Kazımov|Кязимов Qafarov|Гафаров|Кафаров
  Qarayev|Гараев|Караев Qədirov|Гадиров|Кадыров Qəhrəmanov|Гахраманов|Кахраманов Qurbanov|Гурбанов|Курбанов Lətifov|Латифов
  Mahmudov|Махмудов Mehdiyev|Мехтиев|Мехдиев Məcidov|Меджидов Məlikov|Меликов|Маликов Məhərrəmov|Магеррамов|Магаррамов
  Muradov|Мурадов Mürsəlov|Мурсалов|Мюрселов Nağıyev|Нагиев Namazov|Намазов Nəbiyev|Набиев|Небиев Nəcəfov|Наджафов
  Nuriyev|Нуриев Paşayev|Пашаев Pirəliyev|Пиралиев Ramazanov|Рамазанов Rəsulov|Расулов Rüstəmov|Рустамов Sadıqov|Садыгов|Садыков
  Salmanov|Салманов Səmədov|Самедов Səlimov|Салимов|Селимов Şahbazov|Шахбазов Şərifov|Шарифов Şıxəliyev|Шихалиев|Шыхалиев Şükürov|Шукюров|Шукуров
  Talıbov|Талыбов Umudov|Умудов Verdiyev|Вердиев Zeynalov|Зейналов Zülfüqarov|Зульфугаров Əlizadə|Ализаде|Али-заде
  Hüseynzadə|Гусейнзаде|Гусейн-заде Məmmədzadə|Мамедзаде|Мамед-заде Qasımzadə|Гасымзаде Rəsulzadə|Расулзаде Sultanzadə|Султанзаде
  Əliyarlı|Алиярлы Bayramlı|Байрамлы Həsənli|Гасанлы|Гасанли Kərimli|Керимли|Керимлы Quluzadə|Гулузаде|Кулузаде Məmmədli|Мамедли|Маммадли
  Muradlı|Мурадлы Nəsibov|Насибов Rüstəmli|Рустамли Vəlizadə|Вализаде|Велизаде Ağayarov|Агаяров Abışov|Абышов Bədəlov|Бадалов
  Cəlilov|Джалилов|Джалилов Daşdəmirov|Дашдамиров|Дашдемиров Əbilov|Абилов Əmirov|Амиров|Эмиров Fərhadov|Фархадов Xanlarov|Ханларов
`);
