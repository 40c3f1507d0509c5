import { latinText } from './latin-text.js';
import type { ComparisonKind } from './comparison-kind.js';

/** What people write where they know nothing, as `latinText` has it. */
const words = new Set(
  `n/a|none|unknown|not known|not available|not given|not specified|missing|empty|no data
  yoxdur|yox|bilinmir|melum deyil|namelum|qeyd olunmayib|qeyd edilmeyib|gosterilmeyib
  yok|bilinmiyor|belirtilmemis|belirtilmemish|belirsiz
  ${['нет', 'нет данных', 'не указано', 'не указан', 'не указана', 'неизвестно', 'неизвестен', 'отсутствует', 'пусто']
    .map((word) => latinText(word))
    .join('|')}
  test|${latinText('тест')}`
    .split(/[|\n]/)
    .map((word) => word.trim()),
);

/** What programs write there. In a column of names Nan, Null, Nil and Na are people. */
const machineWord = /^(na|nan|null|nil)$/i;
const nameLike = /^\p{Lu}\p{Ll}+$/u;

const longestWord = 24;
const saysNothing = /^[^\p{L}\p{N}]*$/u;
const zeros = /^(?:0|[^\p{L}\p{N}])*$/u;
const oneLetter = /^(\p{L})\1{2,}$/u;
const crosses = /^[xх]{2,}$/;
const oneSign = /^(.)\1{4,}$/u;
const surrounding = /^[\s([{<"'«.*_-]+|[\s)\]}>"'».*_-]+$/g;

/** Whether a text stands where nothing is known: a dash, "n/a", "yoxdur", "xxx". Blank is none of these. */
export function isPlaceholder(text: string, kind: ComparisonKind): boolean {
  // A sign may be a value of its own, as + is of a blood group.
  if (kind === 'exact') return /^([-.?]+|n\/?a|nan|null|none|unknown|nil)$/i.test(text);
  if (saysNothing.test(text)) return true;
  if (text.length > longestWord) return false;
  const bare = text.replaceAll(surrounding, '');
  if (machineWord.test(bare)) return !(isName(kind) && nameLike.test(bare));
  const plain = bare.toLowerCase();
  if (crosses.test(plain) || oneLetter.test(plain)) return true;
  if (kind === 'identifier' || kind === 'phone' || kind === 'date') {
    if (zeros.test(plain) || (kind === 'identifier' && oneSign.test(plain))) return true;
  }
  return words.has([...new Set(latinText(plain).split(/\s+/))].join(' '));
}

const isName = (kind: ComparisonKind): boolean => kind === 'patronymic' || kind.endsWith('-name');
