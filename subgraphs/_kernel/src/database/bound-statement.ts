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

/** The statement that sets variables of the session until the end of its transaction. */
export function settingsStatement(variables: Readonly<Record<string, unknown>>): BoundStatement {
  const entries = Object.entries(variables);
  const calls = entries.map(() => 'set_config(?, ?, true)');
  return bindStatement(
    `select ${calls.join(', ')}`,
    entries.flatMap(([name, value]) => [name, String(value)]),
  );
}
