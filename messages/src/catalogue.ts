import { Message, MessageWriter, type Parameters } from './message.js';
import { readCatalogue, type Entry } from './read-catalogue.js';

/** The arguments behind a key: one that names exactly what the message is told, none when it is told nothing. */
type Told<One> = One extends { readonly parameters: infer Named }
  ? [parameters: Readonly<Record<keyof Named & string, Parameters[string]>>]
  : [];

/**
 * The messages of a package: a function that gives one by its key. An unknown key, a missing language, and a missing or
 * superfluous parameter do not compile.
 *
 * @param name of the package, which stands before its keys in logs
 * @param entries the package's `messages.json`
 * @throws Error listing every fault of the catalogue, so that a process with a broken one does not start
 */
export function defineCatalogue<Entries extends Readonly<Record<string, Entry>>>(
  name: string,
  entries: Entries,
): <Key extends keyof Entries & string>(key: Key, ...told: Told<Entries[Key]>) => Message {
  const { templates, faults } = readCatalogue(name, entries);
  if (faults.length > 0) {
    throw new Error([`The messages of ${name} are not usable:`, ...faults.map((fault) => `  ${fault}`)].join('\n'));
  }
  const writers = new Map([...templates].map(([key, template]) => [key, new MessageWriter(template)]));
  return (key, ...[parameters = {}]: [Parameters?]) => {
    const writer = writers.get(key);
    if (!writer) throw new Error(`There is no message ${name}.${key}.`);
    return new Message(writer, parameters);
  };
}
