import { Kind, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/** Features of a supergraph that this gateway carries out. */
const ENFORCED = new Set(['link', 'join', 'inaccessible', 'tag', 'core']);
/** Directives that guard fields; served without being enforced they would open what they should close. */
const GUARDS = new Set(['authenticated', 'requiresScopes', 'policy']);

/**
 * The features of a supergraph that must be enforced and are not, by name. A supergraph with any of them must be refused.
 * A feature is known by the address of its `@link`, so a renamed import does not hide it.
 */
export function unenforcedFeatures(supergraph: DocumentNode): string[] {
  const found = new Set<string>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const directive of node.directives ?? []) {
      const url = stringArgument(directive, 'url') ?? stringArgument(directive, 'feature');
      if (url === null) continue;
      const name = featureName(url);
      const purpose = directive.arguments?.find((argument) => argument.name.value === 'for')?.value;
      const needed = purpose?.kind === Kind.ENUM || GUARDS.has(name);
      if (needed && !ENFORCED.has(name)) found.add(`@${name} (${url})`);
    }
  }
  visit(supergraph, {
    Directive(node) {
      if (GUARDS.has(node.name.value)) found.add(`@${node.name.value}`);
    },
  });
  return [...found];
}

/** `authenticated` of `https://specs.apollo.dev/authenticated/v0.1`; the whole address when it has no such form. */
function featureName(url: string): string {
  const segments = url.split('/').filter((segment) => segment !== '');
  const last = segments.at(-1) ?? url;
  return (/^v\d/.test(last) ? segments.at(-2) : last) ?? url;
}

function stringArgument(directive: ConstDirectiveNode, name: string): string | null {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}
