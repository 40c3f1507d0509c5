import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Where a number without a country's code is dialled. */
const home = 'AZ';

/** Marks of direction and the like, which come along when a value is copied. */
const invisible = /\p{Cf}+/gu;

/**
 * A telephone number in E.164 form, such as `+994507654321`, as people write it: with blanks, brackets and dashes, with `00`
 * in place of the plus sign, or as it is dialled inside Azerbaijan. An extension is left out. Country
 * and length are checked, and not whether the digits are assigned: numbering plans change, and invented people have others.
 *
 * @returns null for what is no number, also when there is more beside it
 */
export function phoneNumber(text: string): string | null {
  // The library reads neither a plus sign inside a bracket nor every kind of blank.
  const plain = text
    .replaceAll(invisible, '')
    .replaceAll(/[\s()[\]（）［］]+/g, ' ')
    .trim();
  const number = parsePhoneNumberFromString(plain, { defaultCountry: home, extract: false });
  return number?.isPossible() ? number.number : null;
}

const inBrackets = /^[^<>]*<([^<>]*)>$|^[([]([^()[\]]*)[)\]]$/;

/** An e-mail address without blanks and brackets and without the name before it; whether it is one is not said. */
export function emailAddress(text: string): string {
  const plain = text.replaceAll(invisible, '').trim();
  const [, afterName, alone] = inBrackets.exec(plain) ?? [];
  return (afterName ?? alone ?? plain).replaceAll(/\s+/g, '');
}
