import { hkdfSync } from 'node:crypto';
import { ConfigError } from '@birlik/kernel/config';
import { fileStoreVariables, openFileStore, type FileStore, type FileStoreConfig } from '@birlik/kernel/file-store';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import type { MemberConfig } from '../config/config.js';
import { defineSecret } from '../secret/secret.js';

/** What a member reads that holds files. */
export const fileVariables = {
  ...fileStoreVariables,
  /** For how long a link to a file's bytes holds. */
  FILE_LINK_SECONDS: z.coerce.number().int().min(10).max(3_600).default(120),
};

export type FileConfig = FileStoreConfig & z.infer<z.ZodObject<typeof fileVariables>>;

/** What a process needs to give out files: the member's name, the key of its links, and the store. */
export interface FileAccess {
  readonly member: string;
  readonly key: Uint8Array;
  readonly linkSeconds: number;
  readonly store: FileStore;
}

/** The files of the process; null for a member that holds none. */
export const fileAccess = defineSecret<FileAccess | null>('files');

/**
 * Opens the files of a member. The key of its links follows from its private key for agreements, so that all its processes have the
 * same and nobody else does.
 *
 * @throws ConfigError without AGREEMENT_KEY
 */
export async function openFiles(
  member: string,
  config: FileConfig & Pick<MemberConfig, 'AGREEMENT_KEY'>,
): Promise<FileAccess> {
  const { AGREEMENT_KEY: agreementKey, FILE_LINK_SECONDS: linkSeconds } = config;
  if (!agreementKey) throw new ConfigError(['AGREEMENT_KEY is missing: links to files are made with it']);
  const secret = Buffer.from(agreementKey.d, 'base64url');
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'birlik file links', 32));
  return { member, key, linkSeconds, store: await openFileStore(config) };
}

/** What a link lets whoever has it do. */
export type FileVerb = 'put' | 'get';

/** Where bytes go to or come from: a path at the gateway, and when it leads nowhere any more. */
export interface FileLink {
  readonly path: string;
  readonly expiresAt: Date;
}

const typeOf = (verb: FileVerb): string => `birlik-file-${verb}+jwt`;

/**
 * Makes a link to one file. It is encrypted, so that two viewers cannot tell from theirs that it is the same file, and holds for
 * whoever has it: a browser sends no token with it.
 */
export async function makeLink(
  { member, key }: Pick<FileAccess, 'member' | 'key'>,
  { verb, file, seconds }: { readonly verb: FileVerb; readonly file: string; readonly seconds: number },
): Promise<FileLink> {
  const expiresAt = new Date((Math.floor(Date.now() / 1_000) + seconds) * 1_000);
  const token = await new EncryptJWT({ sub: file })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: typeOf(verb) })
    .setAudience(member)
    .setExpirationTime(expiresAt)
    .encrypt(key);
  return { path: `/files/${member}/${token}`, expiresAt };
}

/** The file to which a link leads; null for one that has ended, is another verb's or member's, or was made by nobody. */
export async function readLink(
  token: string,
  verb: FileVerb,
  { member, key }: Pick<FileAccess, 'member' | 'key'>,
): Promise<string | null> {
  try {
    const { payload } = await jwtDecrypt(token, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      typ: typeOf(verb),
      audience: member,
      requiredClaims: ['exp'],
    });
    return z.uuid().parse(payload.sub);
  } catch {
    return null;
  }
}
