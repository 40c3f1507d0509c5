import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { projectRoot } from '../supervisor/layout.js';
import { readRecipe, takeStep } from './recipe.js';

const contributing = readFileSync(join(projectRoot, 'CONTRIBUTING.md'), 'utf8');

describe('a recipe', () => {
  it.each([
    ['### A field', 5],
    ['### An entity', 6],
  ])('%s touches at most %i files by hand', (heading, most) => {
    const files = new Set(readRecipe(contributing, heading).map(({ file }) => file));
    expect(files.size).toBeGreaterThan(1);
    expect(files.size).toBeLessThanOrEqual(most);
  });

  it('is read step by step, with its code', () => {
    const text = [
      '## Other',
      '### A thing: two files',
      '1. New: `a.ts`. Why:',
      '',
      '   ```ts',
      '   export const a = {',
      '     b: 1,',
      '   };',
      '   ```',
      '2. In `b.ts`, before `// Here`:',
      '   ```ts',
      '   a,',
      '   ```',
      '## Next',
    ].join('\n');
    expect(readRecipe(text, '### A thing')).toEqual([
      { file: 'a.ts', place: null, code: 'export const a = {\n  b: 1,\n};' },
      { file: 'b.ts', place: { side: 'before', text: '// Here' }, code: 'a,' },
    ]);
    expect(() => readRecipe(text, '### Nothing')).toThrow('no steps');
  });

  it('is taken where it says, or not at all', () => {
    const step = { file: 'b.ts', code: 'a,' };
    const behind = { ...step, place: { side: 'behind', text: '[' } } as const;
    expect(takeStep('const all = [b];', behind)).toBe('const all = [\na,\nb];');
    expect(takeStep('b // Here', { ...step, place: { side: 'before', text: '// Here' } })).toBe('b \na,\n// Here');
    expect(() => takeStep('const all = {};', behind)).toThrow('has no "["');
    expect(() => takeStep('', { ...step, place: null })).toThrow('there already');
  });
});
