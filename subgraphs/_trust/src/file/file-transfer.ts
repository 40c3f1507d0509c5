import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { answer, type ServePath } from '@birlik/kernel/member';
import type { EntityManager } from '@mikro-orm/postgresql';
import { explain } from '../messages.js';
import { readLink, type FileAccess, type FileVerb } from './file-access.js';
import { FileEntity, fileStates } from './file-entity.js';
import { mediaTypes } from './media-type.js';
import { FileRefused, UploadCheck } from './upload-check.js';

/** A transfer of which nothing has moved for so long is over. */
const idleMs = 45_000;

const filePath = /^\/files\/([\w.-]{1,2000})$/;

const linkOver = () => new DomainError('FORBIDDEN', explain('file-link-over'));
const storeAway = (cause: unknown) => new DomainError('UPSTREAM_UNAVAILABLE', explain('file-store-away'), { cause });

interface Settled {
  readonly state: string;
  readonly refusal?: string;
  readonly sha256?: string;
  readonly storageKey?: string;
}

/** Serves the bytes of files by their links: `PUT` takes those of a file that is awaited, `GET` and `HEAD` give them. */
export function createFileTransfer(access: FileAccess, em: () => EntityManager): ServePath {
  const { store } = access;

  async function open(token: string, verb: FileVerb): Promise<{ em: EntityManager; file: FileEntity }> {
    const id = await readLink(token, verb, access);
    if (id === null) throw linkOver();
    const own = em();
    own.setSessionContext({ variables: { 'app.file': id } });
    const file = await own.findOne(FileEntity, { id });
    if (!file) throw linkOver();
    return { em: own, file };
  }

  /** Says what became of a file; false: somebody did already, or it was erased meanwhile. */
  async function settle(own: EntityManager, id: string, settled: Settled): Promise<boolean> {
    const { state, refusal = null, sha256 = null, storageKey = null } = settled;
    const changed = await own.execute<unknown[]>(
      `update file set state = ?, refusal = ?, sha256 = ?, storage_key = ?::uuid, settled_at = clock_timestamp()
        where id = ? and state = 'awaited' returning id`,
      [state, refusal, sha256, storageKey, id],
    );
    return changed.length > 0;
  }

  async function take(token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { em: own, file } = await open(token, 'put');
    if (file.state !== fileStates.AWAITED) throw new DomainError('CONFLICT', explain('file-settled'));
    const type = mediaTypes.get(file.mediaType);
    if (!type) throw new Error(`Nobody takes files of the type ${file.mediaType} any more.`);
    const check = new UploadCheck({ type, bytes: file.bytes });
    const storageKey = newId();
    try {
      await store.put(storageKey, check.of(request));
    } catch (error) {
      // What is left of the body is read and thrown away: the connection waits for it before it carries another request.
      request.resume();
      if (!(error instanceof FileRefused)) throw storeAway(error);
      const { refusal } = error;
      if (!(await settle(own, file.id, { state: fileStates.REFUSED, refusal }))) throw linkOver();
      const why =
        refusal === 'not_its_type' ? explain('file-not-its-type', { type: type.name }) : explain('file-not-its-size');
      throw new DomainError('BAD_USER_INPUT', why);
    }
    const sha256 = check.sha256();
    // When this fails nobody knows whether the row names the bytes; if it does not, they are swept.
    if (!(await settle(own, file.id, { state: fileStates.STORED, sha256, storageKey }))) {
      await store.delete(storageKey);
      throw new DomainError('CONFLICT', explain('file-settled'));
    }
    answer(response, 201, { state: 'STORED', bytes: file.bytes, sha256 });
  }

  async function give(token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { file } = await open(token, 'get');
    if (!file.storageKey) throw linkOver();
    const bytes = await store.get(file.storageKey).catch((error: unknown) => Promise.reject(storeAway(error)));
    if (!bytes) throw storeAway(new Error(`The store has no bytes of the file ${file.id}.`));
    response.writeHead(200, {
      'content-type': file.mediaType,
      'content-length': file.bytes,
      'content-disposition': `attachment; filename*=UTF-8''${encodeName(file.name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') {
      bytes.destroy();
      response.end();
      return;
    }
    await pipeline(bytes, response);
  }

  return async (path, request, response) => {
    const token = filePath.exec(path)?.[1];
    if (token === undefined) return false;
    request.setTimeout(idleMs, () => request.destroy());
    if (request.method === 'PUT') await take(token, request, response);
    else if (request.method === 'GET' || request.method === 'HEAD') await give(token, request, response);
    else return false;
    return true;
  };
}

/** A name as RFC 8187 has it in a header. */
function encodeName(name: string): string {
  const asHex = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name).replaceAll(/['()*!]/g, asHex);
}
