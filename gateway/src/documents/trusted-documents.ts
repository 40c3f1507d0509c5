import { hash } from 'node:crypto';
import { z } from 'zod';
import { ConfigError } from '../errors/config-error.js';

/** A document that the operator vouches for. */
export interface TrustedDocument {
  readonly id: string;
  readonly body: string;
  /** Runs when a request names none. */
  readonly operationName: string | null;
  /** What its requests are for; null: what they say. */
  readonly purpose: string | null;
  /** A viewer must have one of them; null: anybody may run it. */
  readonly roles: readonly string[] | null;
}

/** The documents of all manifests. */
export interface TrustedDocuments {
  readonly all: readonly TrustedDocument[];
  byId(id: string): TrustedDocument | undefined;
  /** By the SHA-256 of the body as hexadecimal text. */
  byHash(hash: string): TrustedDocument | undefined;
  byBody(body: string): TrustedDocument | undefined;
}

const id = z.string().min(1).max(128);
const body = z.string().min(1);

const ownSchema = z.strictObject({
  format: z.literal('birlik-trusted-documents'),
  version: z.literal(1),
  documents: z.record(
    id,
    z.strictObject({
      body,
      operationName: z.string().min(1).optional(),
      purpose: z
        .string()
        .regex(/^[a-z][a-z0-9-]{0,63}$/)
        .optional(),
      roles: z.array(z.string().min(1)).min(1).optional(),
    }),
  ),
});

const apolloSchema = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id, body, name: z.string().optional() })),
});

const manifestSchema = z.discriminatedUnion('format', [ownSchema, apolloSchema]);

/**
 * Reads manifests, our own or Apollo's. Throws {@link ConfigError} when one has another form, when an id stands for two
 * documents or for one under two rules, or when an id that says to be a hash is not the one of its body.
 */
export function readTrustedDocuments(texts: readonly string[]): TrustedDocuments {
  const all = texts.flatMap(parseManifest);
  const byId = new Map<string, TrustedDocument>();
  const failures: string[] = [];
  for (const document of all) {
    const same = byId.get(document.id);
    if (same !== undefined && same.body !== document.body) failures.push(`"${document.id}" stands for two documents`);
    else if (same !== undefined && rulesOf(same) !== rulesOf(document)) {
      failures.push(`"${document.id}" stands for one document under two rules`);
    }
    const hash = document.id.startsWith('sha256:') ? document.id.slice('sha256:'.length) : null;
    if (hash !== null && hash !== sha256(document.body)) failures.push(`"${document.id}" is not the hash of its body`);
    byId.set(document.id, document);
  }
  if (failures.length > 0) throw invalid(failures);
  const byHash = uniquely(all, (document) => sha256(document.body));
  const byBody = uniquely(all, (document) => document.body);
  return {
    all,
    byId: (wanted) => byId.get(wanted),
    byHash: (hash) => byHash.get(hash),
    byBody: (wanted) => byBody.get(wanted),
  };
}

/** The SHA-256 of a text as hexadecimal text. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

function parseManifest(text: string): readonly TrustedDocument[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw invalid(['it is not JSON']);
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) {
    throw invalid(parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`));
  }
  const manifest = parsed.data;
  if (manifest.format === 'apollo-persisted-query-manifest') {
    return manifest.operations.map((operation) => ({
      id: operation.id,
      body: operation.body,
      operationName: operation.name ?? null,
      purpose: null,
      roles: null,
    }));
  }
  return Object.entries(manifest.documents).map(([key, document]) => ({
    id: key,
    body: document.body,
    operationName: document.operationName ?? null,
    purpose: document.purpose ?? null,
    roles: document.roles ?? null,
  }));
}

/**
 * Documents by something that several of them may share. When those have different rules, none is found: a request that
 * does not give the id must not get the laxer one.
 */
function uniquely(
  all: readonly TrustedDocument[],
  keyOf: (document: TrustedDocument) => string,
): ReadonlyMap<string, TrustedDocument> {
  const found = new Map<string, TrustedDocument>();
  const ambiguous = new Set<string>();
  for (const document of all) {
    const key = keyOf(document);
    const other = found.get(key);
    if (other !== undefined && rulesOf(other) !== rulesOf(document)) ambiguous.add(key);
    found.set(key, document);
  }
  for (const key of ambiguous) found.delete(key);
  return found;
}

function rulesOf({ operationName, purpose, roles }: TrustedDocument): string {
  return JSON.stringify([operationName, purpose, roles?.toSorted() ?? null]);
}

function invalid(failures: readonly string[]): ConfigError {
  return new ConfigError(failures.map((failure) => `documents.manifest: ${failure}`));
}
