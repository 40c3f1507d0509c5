import { expect, it } from 'vitest';
import { testFaults } from './test-text.js';

it.each([
  ['values by position', "query('select 1');\nquery('insert into firm values ($1, $2)')"],
  ['a selection by position', '\nquery(`insert into firm select gen_random_uuid(), $1`)'],
  ['values on a line of their own', '\nquery(`insert into firm\n  values ($1)`)'],
  ['any table', '\nquery(`INSERT INTO ${table} values ($1)`)'],
])('refuses an insert of %s', (_what, text) => {
  expect(testFaults(text)).toEqual(['2: inserts without naming columns']);
});

it.each([
  'query(`insert into firm (id, name) values ($1, $2)`)',
  'query(`insert into firm\n  (id, name) values ($1, $2)`)',
  'query(`insert into ${table} (${columns}) select ${columns} from firm`)',
  'query(`insert into ${table} ${row} returning id`)',
])('accepts %s', (text) => {
  expect(testFaults(text)).toEqual([]);
});

it('refuses a request that is made by hand, and accepts other uses of fetch', () => {
  expect(testFaults("await fetch(url, {\n  method: 'POST',\n  body,\n});\n")).toEqual([
    '1: posts without the test client',
  ]);
  expect(testFaults("await fetch(url);\nawait request(url, { method: 'POST', body });\n")).toEqual([]);
  const form = "await fetch(url, { method: 'POST', body: new URLSearchParams({ grant_type: 'none' }) });\n";
  expect(testFaults(form)).toEqual([]);
});
