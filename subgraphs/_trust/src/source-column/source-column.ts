/** Statements that give tables of public facts their column `source`. */
export function sourceColumns(...tables: readonly string[]): string[] {
  return tables.map(
    (table) => `alter table ${table} add column source jsonb
      constraint ${table}_source_check check (source is null
        or coalesce(source -> 'document' ? 'az' and jsonb_typeof(source -> 'sentences') = 'array', false))`,
  );
}
