import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import type { z } from 'zod';

import { OperatorError } from '../operator-error.js';

/**
 * The checked content of a JSON file; undefined when there is no such file.
 *
 * @throws OperatorError when the content is not what the model says
 */
export function readJsonFile<T extends z.ZodType>(file: string, model: T, cure: string): z.infer<T> | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return model.parse(JSON.parse(text));
  } catch (cause) {
    throw new OperatorError(`${file} is damaged.`, { cure, cause });
  }
}

/** Writes the file for its owner alone, and in one step: a reader sees the old content or the new one, never a part. */
export function writeJsonFile(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.partial`, file);
}
