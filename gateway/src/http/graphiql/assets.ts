import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { RequestError } from '../../errors/request-error.js';
import { chooseCoding } from '../content-coding.js';
import { MediaType } from '../media-type.js';
import { reply, replyRefusal } from '../reply.js';
import { EXPLORER_SCRIPT } from './explorer-script.js';
import { EXPLORER_STYLE } from './explorer-style.js';
import { explain } from '../../errors/messages.js';

export type AssetName = 'react.js' | 'react-dom.js' | 'graphiql.js' | 'graphiql.css' | 'explorer.js' | 'explorer.css';

/** The files of the page. Each address holds a hash of the content, so what is behind it never changes. */
export interface Assets {
  readonly urls: Readonly<Record<AssetName, string>>;
  serve(path: string, request: IncomingMessage, response: ServerResponse): void;
}

interface Asset {
  readonly url: string;
  readonly type: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

const CACHE_HEADERS = {
  'cache-control': 'public, max-age=31536000, immutable',
  'cross-origin-resource-policy': 'same-origin',
  vary: 'accept-encoding',
};
const BROTLI_QUALITY = 5;
const HASH_LENGTH = 16;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Reads and compresses all files. */
export async function loadAssets(prefix: string): Promise<Assets> {
  const require = createRequire(import.meta.url);
  // The packages of React do not export their files for browsers, but say where they are.
  const react = join(dirname(require.resolve('react/package.json')), 'umd', 'react.production.min.js');
  const reactDom = join(dirname(require.resolve('react-dom/package.json')), 'umd', 'react-dom.production.min.js');
  const contents: Record<AssetName, Buffer> = {
    'react.js': await readFile(react),
    'react-dom.js': await readFile(reactDom),
    'graphiql.js': await readFile(require.resolve('graphiql/graphiql.min.js')),
    'graphiql.css': await readFile(require.resolve('graphiql/graphiql.min.css')),
    'explorer.js': Buffer.from(EXPLORER_SCRIPT),
    'explorer.css': Buffer.from(EXPLORER_STYLE),
  };
  const made = await Promise.all(
    Object.entries(contents).map(async ([name, plain]) => [name, await makeAsset(prefix, name, plain)] as const),
  );
  const byUrl = new Map(made.map(([, asset]) => [asset.url, asset]));
  return {
    urls: Object.fromEntries(made.map(([name, { url }]) => [name, url])) as Record<AssetName, string>,
    serve: (path, request, response) => {
      const asset = byUrl.get(path);
      if (asset === undefined) {
        replyRefusal(response, new RequestError('NOT_FOUND', explain('nothing-here')), MediaType.json);
        return;
      }
      const coding = chooseCoding(request.headers['accept-encoding']);
      const encoding = coding === null ? {} : { 'content-encoding': coding };
      reply(response, 200, asset.type, asset[coding ?? 'plain'], { ...CACHE_HEADERS, ...encoding });
    },
  };
}

async function makeAsset(prefix: string, name: string, plain: Buffer): Promise<Asset> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  return {
    url: `${prefix}${hash('sha256', plain).slice(0, HASH_LENGTH)}/${name}`,
    type: name.endsWith('.css') ? 'text/css' : 'text/javascript',
    plain,
    br: await compressBrotli(plain, { params }),
    gzip: await compressGzip(plain),
  };
}
