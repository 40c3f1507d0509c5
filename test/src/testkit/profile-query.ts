import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const readme = fileURLToPath(new URL('../../../README.md', import.meta.url));

/** The profile query as the README shows it, so that what the README says is what the tests run. */
export async function readmeProfileQuery(): Promise<string> {
  const [, query] = /```graphql\n(query Profile[\s\S]*?)```/.exec(await readFile(readme, 'utf8')) ?? [];
  if (!query) throw new Error('The README shows no query Profile.');
  return query;
}

/** The answer to the profile query as the README shows it, with any pseudonym where the README has the begin of one. */
export async function readmeProfileAnswer(): Promise<{ data: { me: Record<string, unknown> } }> {
  const [, answer] = /```json\n(\{ "data"[\s\S]*?)```/.exec(await readFile(readme, 'utf8')) ?? [];
  if (!answer) throw new Error('The README shows no answer.');
  const anyPseudonym = expect.stringMatching(/^p1\.[\w-]{44}$/) as unknown;
  return JSON.parse(answer, (_key, value: unknown) => (value === 'p1.…' ? anyPseudonym : value)) as {
    data: { me: Record<string, unknown> };
  };
}

/** The fields of the profile query, for operations that ask for other people than the viewer. */
export async function profileFields(): Promise<string> {
  const query = await readmeProfileQuery();
  const start = query.indexOf('{', query.indexOf('me'));
  return query.slice(start, query.lastIndexOf('}', query.lastIndexOf('}') - 1) + 1);
}
