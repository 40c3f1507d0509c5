const alphabet = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 7;
const space = BigInt(alphabet.length) ** BigInt(length);

/** Odd and no multiple of 17, hence coprime to the space: multiplying by it visits every identifier before any repeats. */
const factor = 32_452_843_003n;
const offset = 17_624_813_651n;

/** A seven-character identifier without I and O, as a FIN is written; different for every index. */
export function nationalNumberOf(index: number): string {
  let rest = Number((BigInt(index) * factor + offset) % space);
  let text = '';
  for (let place = 0; place < length; place++) {
    text += alphabet.charAt(rest % alphabet.length);
    rest = Math.floor(rest / alphabet.length);
  }
  return text;
}
