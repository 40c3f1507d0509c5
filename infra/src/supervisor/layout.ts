import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { OperatorError } from '../operator-error.js';

/** The programs that a stack consists of; every one is a module that Node runs. */
export interface Layout {
  readonly subgraphs: readonly {
    readonly name: string;
    readonly module: string;
    /** Flags of Node and V8. @default none */
    readonly flags?: readonly string[];
  }[];
  readonly identityProvider: { readonly module: string };
  readonly gateway: {
    readonly module: string;
    /** Flags of Node and V8. */
    readonly flags: readonly string[];
    readonly supergraph: string;
    /** What the gateway serves to people. @default nothing */
    readonly portal?: {
      /** The folder of its built page and files. */
      readonly folder: string;
      /** The documents that it asks. */
      readonly documents: string;
    };
  };
  /**
   * Carries orders of erasure, heads of the log and notices of messages between registry and members; a stack without it erases at the
   * registry alone.
   */
  readonly dispatch?: { readonly module: string };
}

/** The folder of the repository. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** Finds the programs of the repository: every package in `subgraphs/` whose name has no underscore in front is a member. */
export function discoverLayout(root: string = projectRoot): Layout {
  const folder = join(root, 'subgraphs');
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() && !entry.name.startsWith('_') && existsSync(join(folder, entry.name, 'package.json')),
    )
    .map((entry) => entry.name)
    .toSorted();
  return {
    subgraphs: names.map((name) => ({
      name,
      module: join(folder, name, 'dist', 'src', 'member.js'),
      flags: flagsOf(join(folder, name, 'package.json')),
    })),
    identityProvider: { module: join(root, 'infra', 'dist', 'identity-provider', 'main.js') },
    gateway: {
      module: join(root, 'gateway', 'dist', 'main.js'),
      flags: flagsOf(join(root, 'gateway', 'package.json')),
      supergraph: join(root, 'schema', 'supergraph.graphql'),
      portal: {
        folder: join(root, 'gateway', 'portal', 'dist'),
        documents: join(root, 'gateway', 'portal', 'documents', 'trusted-documents.json'),
      },
    },
    dispatch: { module: join(folder, 'registry', 'dist', 'src', 'command', 'dispatch.command.js') },
  };
}

/** The flags with which the package's own `start` runs Node. */
function flagsOf(manifest: string): string[] {
  const { scripts } = JSON.parse(readFileSync(manifest, 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

/** @throws OperatorError naming every file that is missing */
export function checkLayout(layout: Layout): void {
  const files = [
    ...layout.subgraphs.map(({ module }) => module),
    layout.identityProvider.module,
    layout.gateway.module,
    layout.gateway.supergraph,
    ...(layout.gateway.portal
      ? [join(layout.gateway.portal.folder, 'index.html'), layout.gateway.portal.documents]
      : []),
    ...(layout.dispatch ? [layout.dispatch.module] : []),
  ];
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length === 0) return;
  throw new OperatorError(`These files are missing: ${missing.join(', ')}`, { cure: 'Build first: npm run build' });
}
