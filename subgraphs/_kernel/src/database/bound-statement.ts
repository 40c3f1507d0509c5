import type { BoundStatement } from './pipeline.js';

/** How many texts sessions keep at the most; each of them is written in the code, so that there are few. */
const mostNames = 500;
const names = new Map<string, string>();

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return null;
  const name = `s${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** PostgreSQL's text form of an array. */
export function arrayLiteral(elements: readonly unknown[]): string {
  const texts = elements.map((element) => {
    const text = literal(element);
    return text === null ? 'null' : `"${text.replaceAll(/[\\"]/g, '\\$&')}"`;
  });
  return `{${texts.join(',')}}`;
}

/** The text of a value, of which PostgreSQL makes the type that the statement needs; null for null and undefined. */
function literal(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return arrayLiteral(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number | boolean | bigint);
}

const texts = new Map<string, string>();

/** The text with `$1` and so on instead of its question marks. */
function numbered(sql: string, count: number): string {
  const known = texts.get(sql);
  if (known !== undefined) return known;
  let found = 0;
  const text = sql.replaceAll('?', () => `$${(found += 1)}`);
  if (found !== count) throw new Error(`A statement with ${found} question marks got ${count} values.`);
  if (texts.size < mostNames) texts.set(sql, text);
  return text;
}

/** A statement of which the text is written in the code, with a question mark for each value. */
export function bindStatement(sql: string, parameters: readonly unknown[]): BoundStatement {
  const text = numbered(sql, parameters.length);
  return { text, values: parameters.map(literal), name: nameOf(text), shown: text };
}

const setters = new Map<string, string>();

/**
 * Says by which function of the database a variable of the session is set, where more belongs to that than to remember a text:
 * one that takes the text, and sets the variable until the end of the transaction. An empty text unsets it.
 */
export function defineSetter(variable: string, functionName: string): void {
  setters.set(variable, `${functionName}(?)`);
}

/** SQL that sets variables of the session until the end of the transaction, and the values for its question marks. */
export function settings(variables: Readonly<Record<string, unknown>>): { sql: string; values: string[] } {
  const calls: string[] = [];
  const values: string[] = [];
  for (const [name, value] of Object.entries(variables)) {
    const setter = setters.get(name);
    calls.push(setter ?? 'set_config(?, ?, true)');
    values.push(...(setter === undefined ? [name] : []), String(value));
  }
  return { sql: `select ${calls.join(', ')}`, values };
}

/** The statement that sets variables of the session until the end of its transaction. */
export function settingsStatement(variables: Readonly<Record<string, unknown>>): BoundStatement {
  const { sql, values } = settings(variables);
  return bindStatement(sql, values);
}
