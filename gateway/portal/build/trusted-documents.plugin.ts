import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import type { Plugin } from 'vite';
import { manifestFile } from './purposes.ts';

const source = /\bgraphql\(\s*`\s*(query|mutation|subscription|fragment)\s+(\w+)([^`]*)`,?\s*\)/g;

interface Manifest {
  readonly documents: Readonly<Record<string, { readonly body: string; readonly operationName: string }>>;
}

/**
 * Puts the id of an operation, and what it is for, into the place of its text, so that what is shipped holds no query and asks the
 * gateway by the id. The development server asks by the text, since its gateway may not know the newest. A fragment is nothing at run
 * time.
 */
export function trustedDocuments(): Plugin {
  let isBuild = true;
  let manifest = readManifest();
  const shippedOperation = (name: string, rest: string) => {
    const found = manifest.get(name) ?? (manifest = readManifest()).get(name);
    if (found === undefined) throw new Error(`The manifest has no document "${name}": run codegen.`);
    const purpose = /@purpose\(is: "([^"]+)"\)/.exec(rest)?.[1];
    const document = isBuild
      ? { kind: 'Document', definitions: [], documentId: found.id }
      : parse(found.body, { noLocation: true });
    return JSON.stringify({ ...document, purpose });
  };
  return {
    name: 'trusted-documents',
    enforce: 'pre',
    configResolved: ({ command }) => {
      isBuild = command === 'build';
    },
    hotUpdate({ file }) {
      if (file !== manifestFile) return undefined;
      const before = JSON.stringify([...manifest]);
      manifest = readManifest();
      if (JSON.stringify([...manifest]) === before) return [];
      this.environment.moduleGraph.invalidateAll();
      this.environment.hot.send({ type: 'full-reload' });
      return [];
    },
    transform(code, file) {
      if (!/\/src\/(?!generated\/).*\.tsx?$/.test(file) || !code.includes('graphql(')) return null;
      const shipped = code
        .replace(/^import \{ graphql \} from '[^']+';$/m, '')
        .replace(source, (_text, kind: string, name: string, rest: string) =>
          kind === 'fragment' ? '(/** @type {any} */ ({}))' : shippedOperation(name, rest),
        );
      return { code: shipped, map: null };
    },
  };
}

function readManifest(): ReadonlyMap<string, { id: string; body: string }> {
  const { documents } = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  return new Map(Object.entries(documents).map(([id, { operationName, body }]) => [operationName, { id, body }]));
}
