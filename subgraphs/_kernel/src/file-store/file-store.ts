import { z } from 'zod';
import { ConfigError, unlessEmpty } from '../config/config.js';
import { createFolderStore } from './folder-store.js';
import type { FileStore } from './store.js';

export type { FileStore, StoredKey } from './store.js';

const bucketAddress = /^s3:\/\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(?<prefix>[\w./-]*))?$/;

/** The variables of a process that keeps files. */
export const fileStoreVariables = {
  /** A folder, or `s3://BUCKET/PREFIX`. */
  FILE_STORE: z
    .string()
    .min(1)
    .refine((text) => !text.startsWith('s3:') || bucketAddress.test(text), 'must be a folder, or s3://BUCKET/PREFIX'),
  /** The address of a server that speaks the protocol of S3. Unset or empty: that of AWS. */
  S3_ENDPOINT: unlessEmpty(z.url({ protocol: /^https?$/ })),
  S3_REGION: z.string().min(1).default('us-east-1'),
  /** Unset or empty: what the machine has. */
  S3_ACCESS_KEY_ID: unlessEmpty(z.string().min(1)),
  S3_SECRET_ACCESS_KEY: unlessEmpty(z.string().min(1)),
};

export type FileStoreConfig = z.infer<z.ZodObject<typeof fileStoreVariables>>;

/**
 * Opens the store that the configuration names. Nothing is asked of it yet.
 *
 * @throws ConfigError for half of a key of a bucket
 */
export async function openFileStore(config: FileStoreConfig): Promise<FileStore> {
  const address = bucketAddress.exec(config.FILE_STORE)?.groups;
  if (!address) return createFolderStore(config.FILE_STORE);
  // A process without a bucket is spared the client.
  const { createS3Store } = await import('./s3-store.js');
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    throw new ConfigError(['S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: give both or neither']);
  }
  return createS3Store({
    bucket: address['bucket'] ?? '',
    prefix: address['prefix'] ? `${address['prefix'].replace(/\/$/, '')}/` : '',
    endpoint: config.S3_ENDPOINT ?? null,
    region: config.S3_REGION,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
  });
}
