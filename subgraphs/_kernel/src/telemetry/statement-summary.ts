const verb = /^\s*(?:with\b.*?\)\s*)?([a-z]+)/is;
const target = /\b(?:from|into|update|join)\s+"?([a-z_][\w$]*)"?/i;

/**
 * What a statement does and to what, for metrics and spans: few different texts, and never a value.
 *
 * @returns the first word in capitals, and the first table or function that is named; null without one
 */
export function summarizeStatement(text: string): { readonly operation: string; readonly table: string | null } {
  const operation = verb.exec(text)?.[1]?.toUpperCase() ?? 'UNKNOWN';
  const table = operation === 'SELECT' || operation === 'INSERT' || operation === 'UPDATE' || operation === 'DELETE';
  return { operation, table: table ? (target.exec(text)?.[1]?.toLowerCase() ?? null) : null };
}
