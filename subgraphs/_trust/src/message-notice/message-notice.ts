import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt, type JWTPayload } from 'jose';
import { z } from 'zod';
import type { MemberKey } from '../erasure-order/erasure-order.js';

/** What members write to people about, beside the registry, each kind written by one member. */
export const noticeKinds = {
  'application-answered': 'union',
  'opportunity-reminder': 'union',
  'application-guardian-asked': 'union',
  'application-guardian-answered': 'union',
  'campaign-guardian-asked': 'creative',
  'campaign-guardian-answered': 'creative',
  'mentorship-asked': 'alumni',
  'mentorship-answered': 'alumni',
  'mentorship-expiring': 'alumni',
  'mentorship-ended': 'alumni',
  'mentorship-changed': 'alumni',
  'case-changed': 'alumni',
  'emergency-alert': 'alumni',
  'alumni-facts-unconfirmed': 'alumni',
  'alumni-event-changed': 'alumni',
} as const;
export type NoticeKind = keyof typeof noticeKinds;

/** The members that write to people, beside the registry. */
export const noticeWriters: readonly string[] = [...new Set(Object.values(noticeKinds))];

/** Notices that one batch holds at most. */
export const mostNotices = 50;

const kinds = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]];

const notice = z.object({
  id: z.uuid(),
  person: z.uuid(),
  organization: z.uuid(),
  kind: z.enum(kinds),
  sentAt: z.iso.datetime(),
});

/**
 * That a member has written to somebody, for the registry to tell them: `id` is the message's, `person` the volunteer's, and
 * `organization` on whose behalf it was written. What it says stays at the member.
 */
export type MessageNotice = z.infer<typeof notice>;

const batchClaims = z.object({ notices: z.array(notice).max(mostNotices) });
const receiptClaims = z.object({ taken: z.array(z.uuid()).max(mostNotices) });

/** Something that a member and the registry tell each other through somebody who must neither read nor make it. */
function defineEncrypted<Claims extends JWTPayload>(name: string, form: z.ZodType<Claims>) {
  const typ = `birlik-${name}+jwt`;
  const derive = (key: Uint8Array) => new Uint8Array(hkdfSync('sha256', key, '', `birlik ${name}`, 32));
  return {
    encrypt: (claims: Claims, key: Uint8Array): Promise<string> =>
      new EncryptJWT({ ...claims }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ }).encrypt(derive(key)),
    async decrypt(token: string, key: Uint8Array): Promise<Claims | null> {
      try {
        const expected = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'], typ };
        const { payload } = await jwtDecrypt(token, derive(key), expected);
        return form.parse(payload);
      } catch {
        return null;
      }
    },
  };
}

const batches = defineEncrypted('message-notices', batchClaims);
const receipts = defineEncrypted('message-receipt', receiptClaims);

/** Encrypts notices for the registry. It has no end: what the registry knows already, it takes once. */
export const encryptNotices = (notices: readonly MessageNotice[], { key }: MemberKey): Promise<string> =>
  batches.encrypt({ notices: [...notices] }, key);

/** The notices in a batch, or null when it is not the member's, or has a kind that another member writes. */
export async function decryptNotices(batch: string, { member, key }: MemberKey): Promise<MessageNotice[] | null> {
  const claims = await batches.decrypt(batch, key);
  return claims?.notices.every(({ kind }) => noticeKinds[kind] === member) ? claims.notices : null;
}

/** Says to a member which of its messages the registry has taken. */
export const encryptReceipt = (taken: readonly string[], { key }: MemberKey): Promise<string> =>
  receipts.encrypt({ taken: [...taken] }, key);

/** The ids of the messages in a receipt, or null when it is not the registry's for this member. */
export async function decryptReceipt(receipt: string, { key }: MemberKey): Promise<string[] | null> {
  return (await receipts.decrypt(receipt, key))?.taken ?? null;
}
