import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';

/**
 * Cuts Inter down to what the portal writes: Latin with the letters of Azerbaijani and Turkish, and Cyrillic in a file of its own that
 * only pages with Russian words ask for. What is cut already stays.
 */
const manifest = createRequire(import.meta.url).resolve('@fontsource-variable/inter/package.json');
const folder = join(import.meta.dirname, '..', 'src', 'generated', 'fonts');

const range = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

const files = [
  { name: 'latin', source: 'latin', text: `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ı–—‘’“”„•…‹›€−→←↑↓` },
  { name: 'latin-ext', source: 'latin-ext', text: 'ƏəĞğİŞş₼₺' },
  { name: 'cyrillic', source: 'cyrillic', text: `${range(0x401, 0x45f)}№` },
];

mkdirSync(folder, { recursive: true });
for (const { name, source, text } of files) {
  const from = join(dirname(manifest), 'files', `inter-${source}-wght-normal.woff2`);
  const to = join(folder, `${name}.woff2`);
  if ((statSync(to, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= statSync(import.meta.filename).mtimeMs) continue;
  const font = await subsetFont(readFileSync(from), text, {
    targetFormat: 'woff2',
    // Without the other forms of letters that a text may ask for, and that ours does not.
    noLayoutClosure: true,
    variationAxes: { wght: { min: 400, max: 700 } },
  });
  writeFileSync(to, font);
}
