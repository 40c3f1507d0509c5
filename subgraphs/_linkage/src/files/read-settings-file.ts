import { LineCounter, parseDocument } from 'yaml';

import { fileLines } from './file-lines.js';
import { LinkageError, systemFault } from './linkage-error.js';
import { type LinkageSettings, readSettings } from '../link/settings.js';

/** The settings of a file with an end of the dates, which is the given one where the file has none. */
export type SettingsOfFile = LinkageSettings & { readonly dates: { readonly to: string } };

/**
 * Reads settings in YAML or JSON, which is YAML too.
 *
 * @param otherwise what counts where the file says nothing of it
 * @throws LinkageError when the file can't be read or anything in it is wrong
 */
export async function readSettingsFile(
  path: string,
  otherwise: { readonly dates: { readonly to: string } },
): Promise<SettingsOfFile> {
  const outcome = readSettings(yamlIn(path, await textIn(path)));
  if (!outcome.ok) throw wrong(outcome.faults.map((fault) => `${path}: ${fault}`));
  const { dates } = outcome.settings;
  return { ...outcome.settings, dates: { ...dates, to: dates.to ?? otherwise.dates.to } };
}

const wrong = (faults: readonly string[]): LinkageError => new LinkageError('settings', faults);

async function textIn(path: string): Promise<string> {
  const texts: string[] = [];
  try {
    for await (const lines of fileLines(path)) {
      for (const { text, fault } of lines) {
        texts.push(text);
        if (fault !== null)
          throw wrong([`${path}, line ${texts.length}: ${fault}; settings are YAML or JSON in UTF-8`]);
      }
    }
  } catch (error) {
    const fault = systemFault(error);
    throw fault === null ? error : new LinkageError('noInput', [`${path}: can't be read: ${fault}`]);
  }
  return texts.join('\n');
}

const longestMessage = 200;

function yamlIn(path: string, text: string): unknown {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, stringKeys: true });
  // What comes after the first error mostly follows from it.
  const [broken] = document.errors;
  if (broken !== undefined) {
    const { line, col } = counter.linePos(broken.pos[0]);
    const message = broken.code === 'MULTIPLE_DOCS' ? 'a second document begins' : broken.message;
    throw wrong([
      `${path}, line ${line}, column ${col}: is neither YAML nor JSON: ${message.slice(0, longestMessage)}`,
    ]);
  }
  try {
    return document.toJS();
  } catch (error) {
    // An alias without its anchor, or so many of them that they would fill the memory.
    throw wrong([`${path}: is neither YAML nor JSON: ${(error as Error).message}`]);
  }
}
