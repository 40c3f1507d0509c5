import {
  isArgumentElement,
  isDateElement,
  isLiteralElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { languages, type Language } from './language.js';
import { parameterKinds, type ParameterKind, type Template } from './message.js';

/** A message as a catalogue's file has it: one text for each language, in ICU's MessageFormat. */
export type Entry = Readonly<Record<Language, string>> & {
  /** What the message is told, by name: `text`, `number`, `day` or `choice`. @default nothing */
  readonly parameters?: Readonly<Record<string, string>>;
};

/** What is wrong with one message, in one sentence. */
type Fault = string;

/** The templates of a catalogue, and what is wrong with it: a sentence for each fault. */
export interface ReadCatalogue {
  readonly templates: ReadonlyMap<string, Template>;
  readonly faults: readonly Fault[];
}

/** What can be wrong with a text. */
export type TextFaultCode = 'empty' | 'syntax' | 'unknown' | 'use' | 'omitted' | 'apostrophe' | 'form' | 'element';

/** Something that is wrong with a text, and the parameter that it is about; empty for none. */
export interface TextFault {
  readonly code: TextFaultCode;
  readonly name: string;
  /** For who writes catalogues, in English. */
  readonly sentence: string;
}

const faultOf = (code: TextFaultCode, sentence: string, name = ''): TextFault => ({ code, name, sentence });

const keyForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const letter = /\p{L}/u;

/** Reads the messages of a catalogue and looks for everything that could go wrong when one is written. */
export function readCatalogue(name: string, entries: Readonly<Record<string, unknown>>): ReadCatalogue {
  const templates = new Map<string, Template>();
  const faults: Fault[] = [];
  for (const [key, entry] of Object.entries(entries)) {
    const read = readEntry(entry as Partial<Entry>);
    if (!keyForm.test(key)) faults.push(`${key}: the key is no words with hyphens`);
    faults.push(...read.faults.map((fault) => `${key}: ${fault}`));
    templates.set(key, { key: `${name}.${key}`, parameters: read.parameters, texts: read.texts });
  }
  return { templates, faults };
}

function readEntry(entry: Partial<Entry>): Omit<Template, 'key'> & { readonly faults: readonly Fault[] } {
  const parameters = (entry.parameters ?? {}) as Template['parameters'];
  const faults: Fault[] = [];
  const unknown = Object.keys(entry).filter((one) => one !== 'parameters' && !languages.includes(one as Language));
  if (unknown.length > 0) faults.push(`${unknown.join(', ')} is no language of ours`);
  for (const [name, kind] of Object.entries(parameters)) {
    if (!parameterKinds.includes(kind)) faults.push(`the parameter ${name} is a ${kind}, which there is not`);
  }
  const read = languages.map((language) => {
    const { elements, faults: found } = readText(language, entry[language] ?? '', parameters);
    faults.push(...found.map(({ sentence }) => `${language} ${sentence}`));
    return [language, elements] as const;
  });
  const texts = Object.fromEntries(read) as unknown as Template['texts'];
  const copied = languages.filter((one) => one !== 'en' && entry[one] === entry.en && hasWords(texts.en));
  if (copied.length > 0) faults.push(`${copied.join(', ')} repeats the English text`);
  return { parameters, texts, faults };
}

/** Reads one text, and looks for what could go wrong when it is written. */
export function readText(
  language: Language,
  text: string,
  parameters: Template['parameters'],
): { readonly elements: readonly MessageFormatElement[]; readonly faults: readonly TextFault[] } {
  if (text.trim() === '') return { elements: [], faults: [faultOf('empty', 'is missing')] };
  let elements: readonly MessageFormatElement[];
  try {
    elements = parse(text, { ignoreTag: true, requiresOtherClause: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { elements: [], faults: [faultOf('syntax', `is no MessageFormat: ${reason}`)] };
  }
  const used = new Map<string, Set<ParameterKind>>();
  const faults = [...argumentFaults(language, elements, used)];
  for (const [name, kinds] of used) {
    const declared = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (declared === undefined) faults.push(faultOf('unknown', `names ${name}, which the message is not told`, name));
    else if (![...kinds].every((kind) => takes(declared, kind)))
      faults.push(faultOf('use', `uses ${name} as something else than a ${declared}`, name));
  }
  for (const name of Object.keys(parameters))
    if (!used.has(name)) faults.push(faultOf('omitted', `leaves out ${name}`, name));
  // An ASCII apostrophe quotes what follows it, which nobody sees in the file.
  if (text.includes("'")) faults.push(faultOf('apostrophe', 'has an ASCII apostrophe; write ’'));
  return { elements, faults };
}

/** A number or a choice may also be written as it is; a day may not, as nothing would give it a form. */
function takes(declared: ParameterKind, used: ParameterKind): boolean {
  return declared === used || (used === 'text' && declared !== 'day');
}

/** Collects the arguments of a text, those of its branches too, and gives what is wrong with how they are written. */
function* argumentFaults(
  language: Language,
  elements: readonly MessageFormatElement[],
  used: Map<string, Set<ParameterKind>>,
): Generator<TextFault> {
  const use = (name: string, kind: ParameterKind) => used.set(name, (used.get(name) ?? new Set()).add(kind));
  for (const element of elements) {
    if (isLiteralElement(element) || isPoundElement(element)) continue;
    if (isArgumentElement(element)) use(element.value, 'text');
    else if (isNumberElement(element)) use(element.value, 'number');
    else if (isDateElement(element)) {
      use(element.value, 'day');
      if (element.style !== 'day')
        yield faultOf('use', `writes ${element.value} in another form than "date, day"`, element.value);
    } else if (isPluralElement(element) || isSelectElement(element)) {
      const isPlural = isPluralElement(element);
      use(element.value, isPlural ? 'number' : 'choice');
      if (isPlural) {
        const missing = pluralForms(language, element.pluralType).filter((form) => !(form in element.options));
        if (missing.length > 0)
          yield faultOf('form', `has no form ${missing.join(', ')} of ${element.value}`, element.value);
      }
      for (const { value } of Object.values(element.options)) yield* argumentFaults(language, value, used);
    } else yield faultOf('element', 'has an element that messages do not use');
  }
}

function pluralForms(language: Language, type: Intl.PluralRuleType = 'cardinal'): readonly string[] {
  return new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
}

/** Whether there is something to translate: a text of nothing but arguments is the same in all languages. */
function hasWords(elements: readonly MessageFormatElement[]): boolean {
  return elements.some((element) => {
    if (isLiteralElement(element)) return letter.test(element.value);
    return (
      (isPluralElement(element) || isSelectElement(element)) &&
      Object.values(element.options).some(({ value }) => hasWords(value))
    );
  });
}
