import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { MemberCategory } from './member-category.js';
import type { MemberName } from './member-name.js';

/** Texts by the path of their file. */
export type Files = ReadonlyMap<string, string>;

/** What a template needs to know beside the member's name. */
export interface Particulars {
  readonly name: MemberName;
  /** The port that the member's `.env.example` proposes. */
  readonly port: number;
  /** The day of the first migration. */
  readonly today: Date;
  /** The personal category that the member owns; null for none. */
  readonly category: MemberCategory | null;
}

const extension = '.template';

/** Reads the templates below a folder; each has the extension `.template` behind the name of the file that it makes. */
export function readTemplates(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(extension));
  return new Map(
    files.toSorted().map((path) => [path.slice(0, -extension.length), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** A line that only a member with a category has, or only one without. */
const conditional = /^__(category|without)__ (.*\n?)/gm;

/** The files of one member: every placeholder is filled, in texts and in paths. */
export function fillTemplates(templates: Files, { name, port, today, category }: Particulars): Files {
  const values = {
    __name__: name.kebab,
    __TypeName__: name.pascal,
    __fieldName__: name.camel,
    __snakeName__: name.snake,
    __Words__: name.words,
    __port__: String(port),
    __CATEGORY__: category?.name ?? '',
    __grantField__: category?.grantField ?? '',
    __date__: today.toISOString().slice(0, 10).replaceAll('-', ''),
  };
  const fill = (text: string): string =>
    Object.entries(values).reduce((filled, [placeholder, value]) => filled.replaceAll(placeholder, value), text);
  const kept = category === null ? 'without' : 'category';
  const choose = (text: string): string =>
    text.replaceAll(conditional, (_, which: string, line: string) => (which === kept ? line : ''));
  return new Map([...templates].map(([path, text]) => [fill(path), fill(choose(text))]));
}
