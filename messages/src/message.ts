import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { isLiteralElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './language.js';

/** What a message is told: a text, another message in place of one, a number, or a day as `YYYY-MM-DD`. */
export type Parameters = Readonly<Record<string, string | number | Message>>;

/** What a parameter of a message is. A `choice` picks one of the branches of a `select`. */
export const parameterKinds = ['text', 'number', 'day', 'choice'] as const;

export type ParameterKind = (typeof parameterKinds)[number];

/** A message of a catalogue as it was read: what it needs to be told, and the parsed text of each language. */
export interface Template {
  readonly key: string;
  readonly parameters: Readonly<Record<string, ParameterKind>>;
  readonly texts: Readonly<Record<Language, readonly MessageFormatElement[]>>;
}

/** A day is the same everywhere, so the time zone of the process must not move it. */
const formats = { date: { day: { dateStyle: 'long', timeZone: 'UTC' } as const } };

/** Writes the texts of one template; each language is prepared when it is first asked for. */
export class MessageWriter {
  readonly key: string;
  readonly #template: Template;
  readonly #prepared = new Map<Language, string | IntlMessageFormat>();

  constructor(template: Template) {
    this.key = template.key;
    this.#template = template;
  }

  write(language: Language, parameters: Parameters): string {
    let prepared = this.#prepared.get(language);
    if (prepared === undefined) this.#prepared.set(language, (prepared = this.#prepare(language)));
    return typeof prepared === 'string' ? prepared : String(prepared.format(this.#values(language, parameters)));
  }

  #prepare(language: Language): string | IntlMessageFormat {
    const elements = this.#template.texts[language];
    if (elements.every(isLiteralElement)) return elements.map(({ value }) => value).join('');
    return new IntlMessageFormat([...elements], language, formats);
  }

  #values(language: Language, parameters: Parameters): Record<string, string | number | Date> {
    const kinds = this.#template.parameters;
    const value = ([name, given]: [string, Parameters[string]]) => {
      const told = given instanceof Message ? given.in(language) : given;
      return [name, kinds[name] === 'day' ? new Date(`${told}T00:00:00Z`) : told];
    };
    return Object.fromEntries(Object.entries(parameters).map(value)) as Record<string, string | number | Date>;
  }
}

/** Something that is said to a person, before it is known in which language. */
export class Message {
  readonly #writer: MessageWriter;
  readonly #parameters: Parameters;

  constructor(writer: MessageWriter, parameters: Parameters) {
    this.#writer = writer;
    this.#parameters = parameters;
  }

  /** What it says, whatever the language, for logs and tests: the catalogue's name and its key there. */
  get key(): string {
    return this.#writer.key;
  }

  /** The text in a language. */
  in(language: Language): string {
    return this.#writer.write(language, this.#parameters);
  }
}
