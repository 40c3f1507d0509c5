import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoData } from '@birlik/demo-data';
import { expect, test } from 'vitest';
import { assertLogsAreImpersonal } from './canaries.js';

test('a log with an e-mail address, a number or a name of the demo data is refused by its name alone', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'birlik-logs-'));
  const folder = { logs: dir, postgres: dir };
  const { email, phone, givenName, familyName } = createDemoData().person(7);
  try {
    await writeFile(join(dir, 'union.log'), '{"msg":"request"}');
    await assertLogsAreImpersonal({ folder });
    for (const value of [email, phone, `${givenName} ${familyName}`]) {
      await writeFile(join(dir, 'union.log'), `{"msg":"request of ${value}"}`);
      await expect(assertLogsAreImpersonal({ folder })).rejects.toThrow(/^union\.log holds a personal value\.$/);
    }
  } finally {
    await rm(dir, { recursive: true });
  }
});
