import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { manifestFile } from './purposes.ts';

const source = /\bgraphql\(\s*`\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`,?\s*\)/g;

/**
 * Puts the id of an operation into the place of its text, so that what is shipped holds no query, and asks the gateway by the id. A
 * fragment is nothing at run time.
 */
export function trustedDocuments(): Plugin {
  let ids: ReadonlyMap<string, string> = new Map();
  return {
    name: 'trusted-documents',
    enforce: 'pre',
    buildStart() {
      this.addWatchFile(manifestFile);
      ids = readIds();
    },
    transform(code, file) {
      if (!/\/src\/(?!generated\/).*\.tsx?$/.test(file) || !code.includes('graphql(')) return null;
      const shipped = code
        .replace(/^import \{ graphql \} from '[^']+';$/m, '')
        .replace(source, (_text, kind: string, name: string) => {
          if (kind === 'fragment') return '(/** @type {any} */ ({}))';
          const id = ids.get(name) ?? readIds().get(name);
          if (id === undefined) throw new Error(`${file}: the manifest has no document "${name}"; run codegen.`);
          return JSON.stringify({ kind: 'Document', definitions: [], documentId: id });
        });
      return { code: shipped, map: null };
    },
  };
}

function readIds(): ReadonlyMap<string, string> {
  const { documents } = JSON.parse(readFileSync(manifestFile, 'utf8')) as {
    documents: Record<string, { operationName: string }>;
  };
  return new Map(Object.entries(documents).map(([id, { operationName }]) => [operationName, id]));
}
