import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const readme = fileURLToPath(new URL('../../../README.md', import.meta.url));

/** The lines that verify a proof of the log, as the README shows them, and the document that asks for what they need. */
export async function readmeProofLines(): Promise<{ readonly program: string; readonly document: string }> {
  const [, document, program] =
    /```graphql\n(\{ me \{ whoViewedMyData[^`]*)```\n\n```js\n([\s\S]*?)```/.exec(await readFile(readme, 'utf8')) ?? [];
  if (!document || !program) throw new Error('The README shows no lines that verify a proof.');
  return { program, document };
}
