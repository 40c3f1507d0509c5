import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, visit } from 'graphql';

const root = join(import.meta.dirname, '..');

/** The text of each operation by its id, as the preset writes it. */
const generated = join(root, 'src', 'generated', 'persisted-documents.json');

/** Each document that the portal may ask, with its purpose. */
export const manifestFile = join(root, 'documents', 'trusted-documents.json');

/** Purposes that say where one comes from, rather than being one of the federation's. */
const places: readonly string[] = ['none', 'stated'];

interface Purposes {
  /** Takes `@purpose` off each operation before its hash is made, and refuses an operation without one. */
  readonly transform: (input: { documents: readonly SourceDocument[] }) => SourceDocument[];
  /** What an operation is for, by its name; null: nothing, or what the viewer states. */
  readonly purposeOf: (operation: string) => string | null;
}

interface SourceDocument {
  readonly location?: string;
  readonly document?: DocumentNode;
}

/** Reads what operations are for. A purpose must be one of the registry's. */
export function statedPurposes(): Purposes {
  const known = new Set([...places, ...purposeCodes()]);
  const stated = new Map<string, string>();
  return {
    transform: ({ documents }) =>
      documents.map((source) => ({
        ...source,
        ...(source.document && { document: withoutPurpose(source.document, source.location ?? '', known, stated) }),
      })),
    purposeOf: (operation) => {
      const purpose = stated.get(operation);
      return purpose === undefined || places.includes(purpose) ? null : purpose;
    },
  };
}

function withoutPurpose(
  document: DocumentNode,
  location: string,
  known: ReadonlySet<string>,
  stated: Map<string, string>,
): DocumentNode {
  return visit(document, {
    OperationDefinition(operation: OperationDefinitionNode) {
      const directive = operation.directives?.find(({ name }) => name.value === 'purpose');
      const value = directive?.arguments?.find(({ name }) => name.value === 'is')?.value;
      const name = operation.name?.value;
      if (name === undefined || value?.kind !== Kind.STRING)
        throw new Error(
          `${location}: ${name ?? 'an operation without a name'} does not say what it is for (@purpose).`,
        );
      if (!known.has(value.value)) throw new Error(`${location}: there is no purpose "${value.value}".`);
      stated.set(name, value.value);
      return { ...operation, directives: operation.directives?.filter((other) => other !== directive) ?? [] };
    },
  });
}

/** Writes the manifest, in the order of the operations' names. */
export function writeManifest(purposeOf: Purposes['purposeOf']): void {
  const bodies = JSON.parse(readFileSync(generated, 'utf8')) as Record<string, string>;
  const documents = Object.entries(bodies)
    .map(([id, body]) => ({ id, body, operationName: nameOf(body) }))
    .toSorted((one, other) => (one.operationName < other.operationName ? -1 : 1))
    .map(({ id, body, operationName }) => {
      const purpose = purposeOf(operationName);
      return [id, { body, operationName, ...(purpose !== null && { purpose }) }];
    });
  const manifest = { format: 'birlik-trusted-documents', version: 1, documents: Object.fromEntries(documents) };
  writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
}

function nameOf(body: string): string {
  const operation = parse(body).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operation?.name?.value ?? '';
}

function purposeCodes(): readonly string[] {
  const file = join(root, '..', '..', 'subgraphs', '_trust', 'purposes.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly code: string }[]).map(({ code }) => code);
}
