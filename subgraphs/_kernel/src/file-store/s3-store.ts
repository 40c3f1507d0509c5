import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { checkKey, isKey, type FileStore, type StoredKey } from './store.js';

/** One part of a file is in memory at a time, and S3 takes none that is smaller. */
const partBytes = 5 * 1024 * 1024;

/** After so long without a byte the server is given up. */
const idleMs = 20_000;

/** Where a bucket is and who may use it. */
export interface Bucket {
  readonly bucket: string;
  /** What stands before each key: empty, or with a slash at its end. */
  readonly prefix: string;
  /** Null: that of AWS. */
  readonly endpoint: string | null;
  readonly region: string;
  /** Null: what the machine has. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
}

/** Keeps files in a bucket of S3, or of a server that speaks its protocol. */
export function createS3Store({ bucket: Bucket, prefix, endpoint, region, credentials }: Bucket): FileStore {
  const client = new S3Client({
    region,
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
    requestHandler: { connectionTimeout: 5_000, socketTimeout: idleMs },
    // Other servers than that of AWS need not know its newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const named = (key: string) => ({ Bucket, Key: `${prefix}${checkKey(key)}` });
  return {
    async put(key, bytes) {
      let failure: unknown = null;
      const source = Readable.from(bytes, { objectMode: false }).once('error', (error) => (failure = error));
      // Parts are seen by nobody before all of them are there.
      const upload = new Upload({
        client,
        params: { ...named(key), Body: source },
        partSize: partBytes,
        queueSize: 1,
      });
      // What the source says counts, also where the server does not give up what it has of it.
      await upload.done().catch((error: unknown) => Promise.reject((failure ?? error) as Error));
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(named(key)));
        return Body as Readable;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand(named(key)));
    },
    async *list(): AsyncGenerator<StoredKey> {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix: prefix })) {
        for (const { Key = '', LastModified } of Contents) {
          const key = Key.slice(prefix.length);
          if (isKey(key) && LastModified) yield { key, putAt: LastModified };
        }
      }
    },
    // A rule of the bucket ends what is left of puts of processes that died: their parts are in no list of its objects.
    deleteUnfinished: () => Promise.resolve(),
  };
}
