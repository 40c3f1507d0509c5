import type { Message } from '@birlik/messages/message';
import { readFile } from 'node:fs/promises';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../identity/viewer.js';
import { ConfigError } from '../errors/config-error.js';
import type { DocumentsConfig } from './documents-config.js';
import type { DocumentLimits } from '../graphql/limits-config.js';
import { parseDocument } from '../graphql/parse-document.js';
import { RequestError } from '../errors/request-error.js';
import { readTrustedDocuments, sha256, type TrustedDocument, type TrustedDocuments } from './trusted-documents.js';
import { explain } from '../errors/messages.js';

/** How a request says which document it means. */
export interface AskedDocument {
  readonly query: string | null;
  readonly documentId: string | null;
  /** `extensions.persistedQuery.sha256Hash`. */
  readonly persistedHash: string | null;
  readonly operationName: string | null;
}

/** The document that runs. */
export interface ResolvedDocument {
  readonly query: string;
  readonly operationName: string | null;
  readonly purpose: string | null;
  /** Whether an operator vouches for it. */
  readonly isTrusted: boolean;
}

/** Finds the document of a request. It knows no schema, so one serves all generations of a supergraph. */
export interface DocumentSource {
  /**
   * The document that a request means, with its purpose. Every way in which operations come to the gateway must ask this:
   * it is what keeps other documents out. Throws {@link RequestError} when there is no such document or when this viewer
   * may not run it for this purpose.
   *
   * @param purpose what the request says it is for
   */
  resolve(asked: AskedDocument, viewer: Viewer | null, purpose: string | null): ResolvedDocument;
  /**
   * Refuses trusted documents that are above a limit or not valid against a schema. Throws {@link ConfigError} with the
   * ids of all of them.
   */
  check(schema: GraphQLSchema, limits: DocumentLimits): void;
  /**
   * Reads the manifests again. Rejects with {@link ConfigError} when they cannot be read or are not valid against a schema; the documents
   * of before then stay.
   */
  reread(schema: GraphQLSchema, limits: DocumentLimits): Promise<void>;
}

/** Reads the manifests if there are some. Rejects with {@link ConfigError} when they cannot be read. */
export async function openDocumentSource(config: DocumentsConfig): Promise<DocumentSource> {
  const { manifest } = config;
  const files = manifest === null ? [] : [manifest].flat();
  const read = async () =>
    files.length === 0 ? null : readTrustedDocuments(await Promise.all(files.map(readManifest)));
  return createDocumentSource(config, await read(), read);
}

/** The documents that clients may run. */
function createDocumentSource(
  { required, freeFor, automatic, automaticBytes }: DocumentsConfig,
  first: TrustedDocuments | null,
  read: () => Promise<TrustedDocuments | null>,
): DocumentSource {
  let trusted = first;
  const registered = automatic
    ? new LRUCache<string, string>({ maxSize: automaticBytes, maxEntrySize: automaticBytes, sizeCalculation: bytesOf })
    : null;
  const isSupported = trusted !== null || registered !== null;

  const isFree = (viewer: Viewer | null) =>
    !required || freeFor.some(({ issuer, client }) => issuer === viewer?.issuer && client === viewer.client);
  const find = (asked: AskedDocument, viewer: Viewer | null): TrustedDocument | string => {
    const { query, documentId, persistedHash } = asked;
    if (query === null) {
      if (documentId === null && persistedHash === null) throw badRequest(explain('no-document'));
      if (!isSupported) throw notSupported();
      const found =
        documentId === null ? byHash(persistedHash ?? '') : (trusted?.byId(documentId) ?? byPrefixedHash(documentId));
      if (found === undefined) throw notFound();
      return found;
    }
    if (documentId !== null && isSupported) throw badRequest(explain('document-or-id'));
    if (persistedHash !== null && isSupported) {
      if (sha256(query) !== persistedHash) throw mismatch();
      registered?.set(persistedHash, query);
    }
    if (isFree(viewer)) return query;
    const found = trusted?.byBody(query);
    if (found === undefined) throw notTrusted();
    return found;
  };
  const byHash = (hash: string) =>
    trusted?.byId(hash) ?? trusted?.byId(`sha256:${hash}`) ?? trusted?.byHash(hash) ?? registered?.get(hash);
  const byPrefixedHash = (id: string) =>
    id.startsWith('sha256:') ? registered?.get(id.slice('sha256:'.length)) : undefined;

  return {
    resolve(asked, viewer, purpose) {
      const found = find(asked, viewer);
      if (typeof found === 'string') {
        return { query: found, operationName: asked.operationName, purpose, isTrusted: false };
      }
      if (found.purpose !== null && purpose !== null && purpose !== found.purpose) throw otherPurpose();
      if (found.roles !== null && !found.roles.some((role) => viewer?.roles.includes(role))) throw forbidden();
      return {
        query: found.body,
        operationName: asked.operationName ?? found.operationName,
        purpose: found.purpose ?? purpose,
        isTrusted: true,
      };
    },
    check: (schema, limits) => checkAll(trusted, schema, limits),
    reread: async (schema, limits) => {
      const next = await read();
      checkAll(next, schema, limits);
      trusted = next;
    },
  };
}

function checkAll(trusted: TrustedDocuments | null, schema: GraphQLSchema, limits: DocumentLimits): void {
  const failures: string[] = [];
  for (const { id, body, operationName } of trusted?.all ?? []) {
    try {
      parseDocument(body, operationName, schema, limits);
    } catch (error) {
      const severalOperations = error instanceof RequestError && error.code === 'OPERATION_RESOLUTION_FAILURE';
      if (severalOperations && operationName === null) continue;
      failures.push(`documents.manifest: "${id}": ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (failures.length > 0) throw new ConfigError(failures);
}

async function readManifest(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new ConfigError([`documents.manifest: the file ${file} cannot be read (${reason})`]);
  }
}

const BYTES_OF_ENTRY = 256;

/** At most two bytes for each character. */
function bytesOf(text: string): number {
  return 2 * text.length + BYTES_OF_ENTRY;
}

// The messages of these two are part of Apollo's protocol: older clients know them by nothing else.
const notFound = () => new RequestError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
const notSupported = () => new RequestError('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');

const badRequest = (explanation: Message) => new RequestError('BAD_REQUEST', explanation);
const mismatch = () => new RequestError('PERSISTED_QUERY_HASH_MISMATCH', explain('hash-mismatch'));
const notTrusted = () => new RequestError('DOCUMENT_NOT_TRUSTED', explain('trusted-only'));
const otherPurpose = () => new RequestError('PURPOSE_MISMATCH', explain('purpose-mismatch'));
const forbidden = () => new RequestError('FORBIDDEN', explain('other-roles'));
