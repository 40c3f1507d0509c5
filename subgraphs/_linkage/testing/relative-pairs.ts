import { type Random, random } from '@birlik/demo-data/random';

import { ascii } from './letters.js';
import { familyNames, femaleNames, maleNames, type SpelledName } from './messy-names.js';

/** What two people of a pair are to each other. */
export const relations = ['twin', 'sibling', 'parent', 'namesake'] as const;
export type Relation = (typeof relations)[number];

/** One record of a person; `person` is the truth, `pair` and `relation` say whose relative the person is. */
export interface RelativeRecord {
  readonly id: string;
  readonly person: string;
  readonly pair: number;
  readonly relation: Relation;
  readonly given: string;
  readonly patronymic: string;
  readonly family: string;
  readonly born: string;
  readonly phone: string;
  readonly email: string;
  readonly city: string;
}

interface Person {
  readonly sex: 'F' | 'M';
  readonly given: SpelledName;
  readonly father: SpelledName;
  readonly family: SpelledName;
  readonly born: Date;
  readonly phone: string;
  readonly email: string;
  readonly city: string;
}

/** Names that parents choose for two children because they sound alike, in today's letters and in Russian documents. */
const alike = (list: string): readonly (readonly [SpelledName, SpelledName])[] =>
  list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [one, other] = entry.split('+').map((name): SpelledName => {
        const [az = '', russian = ''] = name.split('|');
        return { az, russian: [russian] };
      });
      return [one ?? { az: '', russian: [''] }, other ?? { az: '', russian: [''] }];
    });
const alikeMen = alike(`
  Həsən|Гасан+Hüseyn|Гусейн Kamal|Камал+Kamil|Камил Rəşad|Рашад+Rəşid|Рашид Samir|Самир+Samil|Самиль Elçin|Эльчин+Elşən|Эльшан
  Tural|Турал+Turan|Туран Vüqar|Вугар+Vüsal|Вусал Ramin|Рамин+Ramil|Рамиль Nadir|Надир+Nazir|Назир Faiq|Фаиг+Faiz|Фаиз
  Əli|Али+Vəli|Вели Orxan|Орхан+Ayxan|Айхан Anar|Анар+Ənvər|Анвар Nihad|Нихад+Nicad|Ниджад
`);
const alikeWomen = alike(`
  Leyla|Лейла+Lalə|Лала Günel|Гюнель+Günay|Гюнай Aysel|Айсель+Aysu|Айсу Nərgiz|Наргиз+Nərmin|Нармин Fidan|Фидан+Fəridə|Фарида
  Səbinə|Сабина+Səkinə|Сакина Aytən|Айтен+Aygün|Айгюн Gülnar|Гюльнар+Gülnarə|Гюльнара Nigar|Нигяр+Nübar|Нубар
`);
const alikeBoth = alike(`
  Samir|Самир+Samirə|Самира Fərid|Фарид+Fəridə|Фарида Kamil|Камил+Kamilə|Камила Ramil|Рамиль+Ramilə|Рамиля Elnar|Эльнар+Elnarə|Эльнара
  Vüsal|Вусал+Vüsalə|Вусала Zakir|Закир+Zakirə|Закира Nazim|Назим+Nazimə|Назима Tahir|Тахир+Tahirə|Тахира Xalid|Халид+Xalidə|Халида
`);

/**
 * Records of pairs of people whom linkage must keep apart: twins with names that sound alike, siblings, a parent
 * and a child, and namesakes with two birthdays. Households share telephone, address and often a mailbox. Each person is
 * written down twice, in Azerbaijani, in Russian or in Latin letters without marks. The same arguments give the same rows.
 */
export function* relativeRecords(pairs: number, key: string): Generator<RelativeRecord> {
  const draw = random('relative-pairs', key);
  for (let pair = 0; pair < pairs; pair += 1) {
    const relation = relations[pair % relations.length] ?? 'twin';
    for (const [at, person] of relatives(relation, draw).entries()) {
      const first = draw.int(0, 2);
      for (const [copy, form] of [first, (first + draw.int(0, 2)) % 3].entries()) {
        const id = `${pair}-${at}-${copy}`;
        yield { id, person: `${pair}-${at}`, pair, relation, ...written(person, forms[form] ?? 'azerbaijani', draw) };
      }
    }
  }
}

function relatives(relation: Relation, draw: Random): readonly [Person, Person] {
  const family = draw.pick(familyNames);
  const father = draw.pick(maleNames);
  const sexes = draw.pick(['both', 'F', 'M'] as const);
  const [one, other] =
    sexes === 'both'
      ? [draw.pick(maleNames), draw.pick(femaleNames)]
      : twoOf(sexes === 'F' ? femaleNames : maleNames, draw);
  const [similar, alsoSimilar] = draw.pick(sexes === 'both' ? alikeBoth : sexes === 'F' ? alikeWomen : alikeMen);
  const areAlike = draw.chance(0.7);
  const born = new Date(Date.UTC(draw.int(1950, 2005), draw.int(0, 11), draw.int(1, 28)));
  const phone = `+994${draw.pick(['50', '55', '70'])}${draw.int(2_000_000, 9_999_999)}`;
  const left: Person = {
    sex: sexes === 'F' ? 'F' : 'M',
    given: areAlike ? similar : one,
    father,
    family,
    born,
    phone,
    email: draw.chance(0.6) ? `${ascii(family.az).toLowerCase()}.${draw.int(1, 999)}@mail.az` : '',
    city: draw.pick(cities),
  };
  const right: Person = { ...left, sex: sexes === 'M' ? 'M' : 'F', given: areAlike ? alsoSimilar : other };
  const later = (years: number): Date => {
    const isSameDay = draw.chance(0.2);
    const [month, day] = [born.getUTCMonth(), born.getUTCDate()];
    return new Date(
      Date.UTC(born.getUTCFullYear() + years, isSameDay ? month : draw.int(0, 11), isSameDay ? day : draw.int(1, 28)),
    );
  };
  switch (relation) {
    case 'twin':
      return [left, right];
    case 'sibling':
      return [left, { ...right, born: later(draw.int(1, 9)) }];
    case 'parent':
      // A child that has the name of the grandfather exchanges it with the father's name; one that has its father's own does not.
      return [
        { ...left, sex: 'M', given: draw.pick(maleNames) },
        {
          ...left,
          sex: 'M',
          given: draw.chance(0.5) ? father : left.given,
          father: left.given,
          born: later(draw.int(20, 38)),
        },
      ];
    case 'namesake': {
      const isCousin = draw.chance(0.3);
      const contact = isCousin
        ? {}
        : { phone: `+99451${draw.int(2_000_000, 9_999_999)}`, email: '', city: draw.pick(cities) };
      const namesake = { ...left, born: later(draw.int(1, 60)), ...contact };
      return [left, { ...namesake, father: draw.chance(0.5) ? father : draw.pick(maleNames) }];
    }
  }
}

function twoOf(names: readonly SpelledName[], draw: Random): readonly [SpelledName, SpelledName] {
  const one = draw.pick(names);
  const others = names.filter((name) => name !== one);
  return [one, draw.pick(others)];
}

const cities = ['Bakı', 'Gəncə', 'Sumqayıt', 'Şəki', 'Lənkəran'];
const forms = ['azerbaijani', 'russian', 'plain'] as const;

function written(person: Person, form: (typeof forms)[number], draw: Random) {
  const text = (name: SpelledName): string =>
    form === 'azerbaijani' ? name.az : form === 'plain' ? ascii(name.az) : draw.pick(name.russian);
  const isWoman = person.sex === 'F';
  const family = text(person.family);
  const ending = /[oe]v$/.test(family) ? 'a' : /[оеё]в$/.test(family) ? 'а' : '';
  const sonOrDaughter = {
    azerbaijani: [' oğlu', ' qızı'],
    russian: [' оглы', ' кызы'],
    plain: [' oglu', ' qizi'],
  }[form];
  return {
    given: text(person.given),
    patronymic: draw.chance(0.15) ? '' : text(person.father) + (sonOrDaughter[isWoman ? 1 : 0] ?? ''),
    family: isWoman ? family + ending : family,
    born: person.born.toISOString().slice(0, 10),
    phone: draw.chance(0.2) ? '' : person.phone,
    email: draw.chance(0.3) ? '' : person.email,
    city: person.city,
  };
}
