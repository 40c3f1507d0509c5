import { Kind } from 'graphql';
import type { ConstDirectiveNode, ConstValueNode } from 'graphql';
import type { Fault, Rule } from './rule.js';
import type { SubgraphDocument } from './subgraph-document.js';

/**
 * Federation's directives keep their names. A renamed security directive has slipped past gateways before, and a
 * reader should not need the import list to know what `@key` is.
 */
export const directiveRenamed: Rule = {
  code: 'DIRECTIVE_RENAMED',
  *check(subgraphs): Iterable<Fault> {
    for (const subgraph of subgraphs) {
      for (const link of linksOf(subgraph)) {
        const url = text(argument(link, 'url')) ?? '';
        if (!url.startsWith('https://specs.apollo.dev/')) continue;
        const namespace = text(argument(link, 'as'));
        if (namespace !== undefined) yield renamed(subgraph, url, namespace);
        const imports = argument(link, 'import');
        for (const entry of imports?.kind === Kind.LIST ? imports.values : []) {
          if (entry.kind !== Kind.OBJECT) continue;
          const part = (key: string) => text(entry.fields.find((field) => field.name.value === key)?.value);
          const [name, alias] = [part('name'), part('as')];
          if (alias !== undefined && alias !== name) yield renamed(subgraph, name ?? url, alias);
        }
      }
    }
  },
};

function linksOf({ document }: SubgraphDocument): readonly ConstDirectiveNode[] {
  return document.definitions
    .filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION)
    .flatMap((node) => node.directives ?? [])
    .filter((directive) => directive.name.value === 'link');
}

const renamed = ({ name }: SubgraphDocument, path: string, alias: string): Fault => ({
  subgraph: name,
  path,
  message: `is renamed to ${alias} by @link; import it under its own name.`,
});

const argument = (directive: ConstDirectiveNode, name: string): ConstValueNode | undefined =>
  directive.arguments?.find((candidate) => candidate.name.value === name)?.value;

const text = (value: ConstValueNode | undefined): string | undefined =>
  value?.kind === Kind.STRING ? value.value : undefined;
