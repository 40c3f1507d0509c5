import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../../errors/config-error.js';
import type { ContentCoding } from '../content-coding.js';
import { buildSchema, type BuildNeeds } from './portal-policy.js';

/** One form of a file: as it is, or compressed ahead. */
export interface Form {
  readonly bytes: Buffer;
  readonly etag: string;
}

/** A file of the application. */
export interface PortalFile {
  readonly type: string;
  readonly plain: Form;
  readonly codings: ReadonlyMap<ContentCoding, Form>;
}

/** A built application, as it is served. */
export interface PortalFiles {
  readonly page: PortalFile;
  /** By their paths, such as `/assets/home-4f2a.js`. The page and what says its needs are not among them. */
  readonly byPath: ReadonlyMap<string, PortalFile>;
  readonly needs: BuildNeeds;
}

/** The page, which every address of the application shows. */
export const PAGE_PATH = '/index.html';
/** What the build needs of the policy. */
const NEEDS = '/policy.json';
const UNKNOWN_TYPE = 'application/octet-stream';

/** What files of an application are, by the end of their names. */
const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

const CODING_ENDS: ReadonlyMap<ContentCoding, string> = new Map([
  ['br', '.br'],
  ['gzip', '.gz'],
]);

/** Whether a path ends like one of a file, so that no page is meant by it. */
export function looksLikeFile(path: string): boolean {
  return Object.hasOwn(TYPES, extname(path).toLowerCase());
}

/**
 * Reads a folder into memory: what is served is what was there at one moment, and no request reaches the disk. Hidden files and
 * links are left out. Rejects with {@link ConfigError} when there is no page in it, or when it cannot be read.
 */
export async function readPortalFiles(folder: string): Promise<PortalFiles> {
  const contents = await readContents(folder);
  const needs = readNeeds(contents.get(NEEDS));
  const byPath = new Map<string, PortalFile>();
  for (const [path, bytes] of contents) {
    if (path !== NEEDS && !isCompressedForm(path, contents)) byPath.set(path, fileOf(path, bytes, contents));
  }
  const page = byPath.get(PAGE_PATH);
  if (page === undefined) throw invalid(`there is no index.html in ${folder}`);
  byPath.delete(PAGE_PATH);
  return { page, byPath, needs };
}

async function readContents(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    const paths = files.map((file) => ({ file, path: `/${relative(folder, file).split(sep).join('/')}` }));
    const shown = paths.filter(({ path }) => !path.includes('/.'));
    return new Map(await Promise.all(shown.map(async ({ file, path }) => [path, await readFile(file)] as const)));
  } catch (error) {
    throw invalid(`the folder ${folder} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
}

/** Whether a file is another one, compressed. */
function isCompressedForm(path: string, contents: ReadonlyMap<string, Buffer>): boolean {
  return [...CODING_ENDS.values()].some((end) => path.endsWith(end) && contents.has(path.slice(0, -end.length)));
}

/**
 * A file with its compressed forms.
 *
 * @param contents all files that lie beside it
 */
export function fileOf(path: string, bytes: Buffer, contents: ReadonlyMap<string, Buffer>): PortalFile {
  const codings = new Map<ContentCoding, Form>();
  for (const [coding, end] of CODING_ENDS) {
    const compressed = contents.get(path + end);
    // What is not smaller is of no use to anybody.
    if (compressed !== undefined && compressed.length < bytes.length) codings.set(coding, formOf(compressed));
  }
  return { type: TYPES[extname(path).toLowerCase()] ?? UNKNOWN_TYPE, plain: formOf(bytes), codings };
}

const ETAG_LENGTH = 32;

function formOf(bytes: Buffer): Form {
  return { bytes, etag: `"${hash('sha256', bytes).slice(0, ETAG_LENGTH)}"` };
}

function readNeeds(bytes: Buffer | undefined): BuildNeeds {
  if (bytes === undefined) return buildSchema.parse({});
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString());
  } catch {
    throw invalid('policy.json is not JSON');
  }
  const parsed = buildSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw invalid(`policy.json: ${z.prettifyError(parsed.error)}`);
}

function invalid(failure: string): ConfigError {
  return new ConfigError([`portal.folder: ${failure}`]);
}
