import type { NameSet } from './name-set.js';
import { parseSpellings } from './spelling.js';

export const azerbaijaniNames: NameSet = {
  female: parseSpellings(`
    Aygün|Айгюн Aynur|Айнур Aytən|Айтен Aysel|Айсель Aydan|Айдан Afaq|Афаг Arzu|Арзу Aidə|Аида Bahar|Бахар Banu|Бану
    Cəmilə|Джамиля Dilarə|Диляра Dəniz|Дениз Elnarə|Эльнара Esmira|Эсмира Elmira|Эльмира Fatimə|Фатима Fidan|Фидан
    Firuzə|Фируза Fərəh|Фарах Gövhər|Гевхар Gülnar|Гюльнар Gülay|Гюлай Günel|Гюнель Günay|Гюнай Humay|Хумай
    Hüriyə|Гурия Jalə|Жаля Könül|Кёнюль Kübra|Кюбра Lalə|Лала Lamiyə|Ламия Leyla|Лейла Ləman|Ляман Mehriban|Мехрибан
    Mələk|Мелек Nigar|Нигяр Nərgiz|Наргиз Nuray|Нурай Nərmin|Нармин Pərvanə|Парвана Röya|Рёя Səbinə|Сабина
    Sevinc|Севиндж Səidə|Саида Şəbnəm|Шабнам Türkan|Тюркан Ulduz|Улдуз Ülviyyə|Ульвия Vüsalə|Вюсала Xədicə|Хадиджа
    Xatirə|Хатира Zəhra|Захра Zümrüd|Зумруд Ceyla|Джейла
  `),
  male: parseSpellings(`
    Abbas|Аббас Adil|Адиль Akif|Акиф Anar|Анар Aqil|Агиль Azər|Азер Bəhram|Бахрам Bəhruz|Бахруз Bəxtiyar|Бахтияр
    Cavid|Джавид Ceyhun|Джейхун Cəmil|Джамиль Elçin|Эльчин Elnur|Эльнур Elşən|Эльшан Emil|Эмиль Emin|Эмин Faiq|Фаик
    Fərid|Фарид Fuad|Фуад Hikmət|Хикмет Həsən|Гасан Hüseyn|Гусейн İlham|Ильхам İlqar|Ильгар İsmayıl|Исмаил Kənan|Кянан
    Kamran|Кямран Mahir|Махир Məhəmməd|Магомед Murad|Мурад Nadir|Надир Nahid|Нахид Natiq|Натиг Nihad|Нихад
    Nurlan|Нурлан Orxan|Орхан Pərviz|Парвиз Rafiq|Рафик Ramin|Рамин Rəşad|Рашад Rəşid|Рашид Ruslan|Руслан
    Rüstəm|Рустам Səməd|Самед Sənan|Санан Şahin|Шахин Şəhriyar|Шахрияр Tahir|Тахир Tərlan|Тарлан Toğrul|Тогрул
    Turan|Туран Uğur|Угур Vüqar|Вугар Vüsal|Вюсал Xəyal|Хаял Yaşar|Яшар Zaur|Заур Ziya|Зия Əhməd|Ахмед Əkbər|Акпер
    Əli|Али
  `),
  // The masculine form; a feminine one is built from it.
  family: parseSpellings(`
    Abbasov|Аббасов Abdullayev|Абдуллаев Ağayev|Агаев Axundov|Ахундов Babayev|Бабаев Bağırov|Багиров
    Bayramov|Байрамов Cabbarov|Джаббаров Cavadov|Джавадов Cəfərov|Джафаров Əfəndiyev|Эфендиев Əhmədov|Ахмедов
    Ələkbərov|Алекперов Əlizadə|Ализаде Əsgərov|Аскеров Fərəcov|Фараджев Hacıyev|Гаджиев Həsənli|Гасанлы
    Həsənov|Гасанов Hüseynov|Гусейнов Hüseynzadə|Гусейнзаде İbrahimov|Ибрагимов İsgəndərov|Искендеров
    İsmayılov|Исмаилов Kazımov|Кязимов Kərimli|Керимли Kərimov|Керимов Qasımov|Гасымов Qasımzadə|Гасымзаде
    Quliyev|Гулиев Qurbanov|Гурбанов Mahmudov|Махмудов Məcidov|Меджидов Məlikov|Меликов Məmmədli|Мамедли
    Məmmədov|Мамедов Məmmədzadə|Мамедзаде Mehdiyev|Мехтиев Mirzəyev|Мирзоев Mustafayev|Мустафаев Muradlı|Мурадлы
    Musayev|Мусаев Nağıyev|Нагиев Namazov|Намазов Nəbiyev|Набиев Nəzərov|Назаров Orucov|Оруджев Paşayev|Пашаев
    Rəhimli|Рагимли Rəhimov|Рагимов Rəsulzadə|Расулзаде Rəşidov|Рашидов Rzayev|Рзаев Sadıqov|Садыгов Salmanov|Салманов
    Seyidov|Сеидов Soltanov|Султанов Süleymanov|Сулейманов Şahbazov|Шахбазов Şərifov|Шарифов Şıxəliyev|Шихалиев
    Tağıyev|Тагиев Tağızadə|Тагизаде Vəliyev|Велиев Verdiyev|Вердиев Xəlilov|Халилов Yusifov|Юсифов Yusifzadə|Юсифзаде
    Zeynallı|Зейналлы Zeynalov|Зейналов
  `),
  genderedFamily: true,
  patronymic: 'azerbaijani',
};
