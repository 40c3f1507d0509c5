import type { Language } from './language.js';
import { MessageWriter, type ParameterKind, type Parameters } from './message.js';
import { readText, type TextFault } from './read-catalogue.js';

export type { TextFault } from './read-catalogue.js';

/** A text that somebody wrote in place of a catalogue's. It is told the same, and may leave some of it out. */
export class OwnText {
  /** What is wrong with it; nothing is written by a text with faults. */
  readonly faults: readonly TextFault[];
  readonly #language: Language;
  readonly #writer: MessageWriter;

  constructor(language: Language, text: string, parameters: Readonly<Record<string, ParameterKind>>) {
    const { elements, faults } = readText(language, text, parameters);
    this.faults = faults.filter(({ code }) => code !== 'omitted');
    this.#language = language;
    const texts = { az: elements, en: elements, ru: elements, tr: elements };
    this.#writer = new MessageWriter({ key: 'own', parameters, texts });
  }

  /** @throws Error for a text with faults */
  write(parameters: Parameters): string {
    if (this.faults.length > 0) throw new Error('A text with faults is not written.');
    return this.#writer.write(this.#language, parameters);
  }
}
