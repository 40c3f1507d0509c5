import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkCatalogues } from './check.js';

const full = { az: 'Qrup doludur.', en: 'The group is full.', ru: 'Группа заполнена.', tr: 'Grup dolu.' };
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'birlik-messages-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

test('complete catalogues of all packages are counted', () => {
  write('gateway/src/messages.json', JSON.stringify({ full }));
  write('gateway/src/http/refuse.ts', `explain('full')`);
  write('subgraphs/union/src/messages.json', JSON.stringify({ full }));
  write('subgraphs/union/src/group/group.rule.ts', `explain('full')`);
  expect(checkCatalogues(root)).toEqual({ messages: 2, faults: [] });
});

test('a missing text is named with its file', () => {
  const { tr: _, ...rest } = full;
  write('subgraphs/union/src/messages.json', JSON.stringify({ full: rest }));
  write('subgraphs/union/src/group.rule.ts', `explain('full')`);
  expect(checkCatalogues(root).faults).toEqual(['subgraphs/union/src/messages.json: full: tr is missing']);
});

test('a message that only a test says is one too many', () => {
  write('gateway/src/messages.json', JSON.stringify({ full }));
  write('gateway/src/group.test.ts', `explain('full')`);
  expect(checkCatalogues(root).faults).toEqual(['gateway/src/messages.json: full: nobody says it']);
});
