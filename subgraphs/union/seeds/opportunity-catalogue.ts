import type { LocalizedText } from '@birlik/demo-data';

/** An opportunity that is made up, as its title says; organisations offer them in turn. */
export interface ExampleOpportunity {
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
}

type Words = readonly [az: string, en: string, ru: string, tr: string];

function example(title: Words, summary: Words): ExampleOpportunity {
  const marks: Words = ['nümunə', 'example', 'пример', 'örnek'];
  const [az, en, ru, tr] = title.map((words, index) => `${words} (${marks[index]})`) as [
    string,
    string,
    string,
    string,
  ];
  return { title: { az, en, ru, tr }, summary: { az: summary[0], en: summary[1], ru: summary[2], tr: summary[3] } };
}

export const exampleOpportunities: readonly ExampleOpportunity[] = [
  example(
    ['Ağacəkmə aksiyası', 'Tree planting', 'Посадка деревьев', 'Ağaç dikme'],
    [
      'Parkda ağac əkmək və cavan ağaclara qulluq etmək.',
      'Planting trees in a park and caring for the young ones.',
      'Сажать деревья в парке и ухаживать за саженцами.',
      'Parkta ağaç dikmek ve fidanlara bakmak.',
    ],
  ),
  example(
    ['Yaşlılara dəstək', 'Support for older people', 'Помощь пожилым людям', 'Yaşlılara destek'],
    [
      'Tənha yaşayan yaşlılara baş çəkmək və gündəlik işlərdə kömək etmək.',
      'Visiting older people who live alone and helping with daily tasks.',
      'Навещать одиноких пожилых людей и помогать им по дому.',
      'Yalnız yaşayan yaşlıları ziyaret etmek ve günlük işlerde yardım etmek.',
    ],
  ),
  example(
    ['Sahilin təmizlənməsi', 'Shore clean-up', 'Уборка берега', 'Kıyı temizliği'],
    [
      'Sahil boyu tullantıları yığmaq və çeşidləmək.',
      'Collecting and sorting litter along the shore.',
      'Собирать и сортировать мусор вдоль берега.',
      'Kıyı boyunca atık toplamak ve ayırmak.',
    ],
  ),
  example(
    ['Oxu saatı', 'Reading hour', 'Час чтения', 'Okuma saati'],
    [
      'Kitabxanada uşaqlarla kitab oxumaq.',
      'Reading books with children in the library.',
      'Читать книги с детьми в библиотеке.',
      'Kütüphanede çocuklarla kitap okumak.',
    ],
  ),
  example(
    ['Tədbir könüllüsü', 'Event volunteer', 'Волонтёр мероприятия', 'Etkinlik gönüllüsü'],
    [
      'Şəhər tədbirində qonaqları qarşılamaq və istiqamətləndirmək.',
      'Welcoming and guiding guests at a city event.',
      'Встречать и сопровождать гостей городского мероприятия.',
      'Şehir etkinliğinde konukları karşılamak ve yönlendirmek.',
    ],
  ),
  example(
    ['Rəqəmsal bacarıqlar', 'Digital skills', 'Цифровые навыки', 'Dijital beceriler'],
    [
      'Yaşlı insanlara telefon və internetdən istifadəni öyrətmək.',
      'Teaching older people to use a telephone and the internet.',
      'Учить пожилых людей пользоваться телефоном и интернетом.',
      'Yaşlılara telefon ve internet kullanmayı öğretmek.',
    ],
  ),
];
