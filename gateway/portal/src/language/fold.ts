const letters: Readonly<Record<string, string>> = { ə: 'e', ı: 'i', ё: 'е' };

/**
 * A text as it is compared with what somebody types on a keyboard without its letters: in small letters, without marks, so that “icaze” is
 * found in “İcazə”. I and İ, which Azerbaijani and Turkish tell apart, are one.
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[əıё]/g, (letter) => letters[letter] ?? letter);
}

/** Whether each word of what is wanted begins a word of a text. Both are folded here. */
export function matchesWords(text: string, wanted: string): boolean {
  const words = wordsOf(text);
  return wordsOf(wanted).every((part) => words.some((word) => word.startsWith(part)));
}

function wordsOf(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
