import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { routes } from '../../routes.js';

it('finds every page that has an address of its own', () => {
  const texts = [join('search', 'places.ts'), 'navigation.tsx'].map((file) =>
    readFileSync(join(import.meta.dirname, '..', file), 'utf8'),
  );
  const addresses = routes.map(({ path }) => path).filter((path) => !path.includes('$'));
  expect(addresses.filter((path) => !texts.some((text) => text.includes(`path: '${path}'`)))).toEqual([]);
});
