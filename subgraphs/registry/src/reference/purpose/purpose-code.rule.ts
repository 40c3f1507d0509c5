/**
 * A purpose's code as the list has it, in small letters: blanks around it and capital letters are read as people write them.
 * Letters of ASCII alone are made small: others, such as İ and the sign of Kelvin, would become one of them.
 */
export function purposeCode(text: string): string {
  return text.trim().replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
