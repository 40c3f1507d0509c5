const verb = /^\s*(?:with\b.*?\)\s*)?([a-z]+)/is;
const target = /\b(?:from|into|update|join)\s+"?([a-z_][\w$]*)"?(\s*\()?/gi;

/**
 * What a statement does and to what, for metrics and spans: few different texts, and never a value.
 *
 * @returns the first word in capitals, and the first table that is named, or without one the first function; null without both
 */
export function summarizeStatement(text: string): { readonly operation: string; readonly table: string | null } {
  const operation = verb.exec(text)?.[1]?.toUpperCase() ?? 'UNKNOWN';
  if (!['SELECT', 'INSERT', 'UPDATE', 'DELETE'].includes(operation)) return { operation, table: null };
  const targets = [...text.matchAll(target)];
  const [, name] =
    (operation === 'INSERT' ? targets[0] : targets.find(([, , call]) => call === undefined)) ?? targets[0] ?? [];
  return { operation, table: name?.toLowerCase() ?? null };
}
