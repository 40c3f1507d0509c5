import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWords, type SignedWords, type Word } from '@birlik/member-rules/word';
import { contractFolder } from './contract.js';

/** What members allow each other to take, below `schema/`. */
const wordsFile = 'words.json';

/** What members allow each other to take. Rejects when a word is not valid; without the file there are none. */
export async function readSignedWords(root: string): Promise<readonly Word[]> {
  try {
    return await readWords(JSON.parse(await readFile(join(root, contractFolder, wordsFile), 'utf8')) as SignedWords);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
