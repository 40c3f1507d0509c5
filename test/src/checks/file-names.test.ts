import { expect, it } from 'vitest';
import { nameFault } from './file-names.js';

it.each([
  'src/utils.ts',
  'src/string-utils.ts',
  'src/helpers/text.ts',
  'src/common/text.ts',
  'src/misc.test.ts',
  'src/session-manager.ts',
  'src/index.ts',
  'src/fetchGrant.ts',
  'src/Fetch/grant.ts',
  'src/fetch_grant.ts',
])('finds fault with %s', (path) => {
  expect(nameFault(path)).toContain(path);
});

it.each(['src/grant.ts', 'src/grant/fetch-grant.int.test.ts', '_kernel/src/log.ts', '.dependency-cruiser.cjs'])(
  'is content with %s',
  (path) => {
    expect(nameFault(path)).toBeNull();
  },
);
