import { expect, it } from 'vitest';
import { copiesBetweenOwners } from './copied-lines.js';

const logic = ['const total = hours.length;', 'if (total > 8) {', '  return "full";', '}', 'return "part";'].join('\n');

it('finds a run of lines that two owners share, whatever stands around it', () => {
  const sources = new Map([
    ['union/src/a.ts', `const first = 1;\n${logic}\n`],
    ['alumni/src/b.ts', `import { b } from './c.js';\n${logic.replaceAll('\n', '\n\n// Why.\n  ')}\n`],
  ]);
  expect(copiesBetweenOwners(sources, 4)).toEqual([
    { first: 'union/src/a.ts', second: 'alumni/src/b.ts', begins: 'const total = hours.length;' },
  ]);
});

it('lets an owner repeat itself', () => {
  expect(
    copiesBetweenOwners(
      new Map([
        ['union/src/a.ts', logic],
        ['union/src/b.ts', logic],
      ]),
      4,
    ),
  ).toEqual([]);
});

it('does not count imports, comments and punctuation', () => {
  const frame = "import {\n  a,\n  b,\n} from './a.js';\n/**\n * Text.\n */\n// More.\n{\n}\n);\n";
  expect(
    copiesBetweenOwners(
      new Map([
        ['union/a.ts', frame],
        ['alumni/b.ts', frame],
      ]),
      1,
    ),
  ).toEqual([]);
});

it('lets runs be that are shorter than asked for', () => {
  expect(
    copiesBetweenOwners(
      new Map([
        ['union/a.ts', logic],
        ['alumni/b.ts', logic],
      ]),
      5,
    ),
  ).toEqual([]);
});
