import { expect, it } from 'vitest';

import { bannerText } from './banner.js';
import { StateFolder } from './supervisor/state-folder.js';

const stack = {
  gatewayUrl: 'http://127.0.0.1:4000',
  issuer: 'http://127.0.0.1:5000',
  pid: () => 1,
  folder: new StateFolder('/state'),
};

it('says first where the portal is', () => {
  const [first, second] = bannerText(stack, null).trim().split('\n');
  expect(first).toMatch(/^Portal +http:\/\/127\.0\.0\.1:4000 /);
  expect(second).toContain('http://127.0.0.1:4000/graphql');
});

it('names the state folder in each command, where it is not the default one', () => {
  expect(bannerText(stack, null)).not.toContain('--state-dir');
  expect(bannerText(stack, '/elsewhere')).toContain('npm run -s token -- --as volunteer --state-dir /elsewhere');
});
