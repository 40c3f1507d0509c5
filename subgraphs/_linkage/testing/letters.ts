/** Letters and what stands for them, each entry a letter and its other one. */
export function letters(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(' ').map((entry) => [entry.slice(0, 1), entry.slice(1)]));
}

/** A text with its letters replaced; capitals stay. */
export function replaced(text: string, table: ReadonlyMap<string, string>): string {
  return Array.from(text, (letter) => {
    const small = letter === 'İ' ? 'i' : letter === 'I' ? 'ı' : letter.toLowerCase();
    const other = table.get(small) ?? small;
    return small === letter ? other : other.charAt(0).toUpperCase() + other.slice(1);
  }).join('');
}

const typedLetters = letters('əe ğg ıi öo üu çc şs');

/** As it is typed without the marks of Azerbaijani. */
export const ascii = (text: string): string => replaced(text, typedLetters);
