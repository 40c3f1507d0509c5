import { randomUUID } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineSecret } from '@birlik/trust/secret';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MessageChannel } from './message.entity.js';

/** What is delivered to one address. */
export interface Parcel {
  /** Always the same for one delivery, however often it is tried: who has it already takes nothing. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A way out of the federation. @throws Error when it did not take the parcel */
export interface DeliveryChannel {
  readonly deliver: (parcel: Parcel) => Promise<void>;
}

export type DeliveryChannels = Partial<Readonly<Record<MessageChannel, DeliveryChannel>>>;

/** The ways out that the process was given. */
export const deliveryChannels = defineSecret<DeliveryChannels>('ways out for messages');

/** Longest that a service may take for one step, in milliseconds: less than a claim of a job lasts. */
const limitMs = 5_000;

/** An e-mail for one address; nothing in it can name a file, a page or a second address. */
function emailOf({ key, to, subject, text }: Parcel, from: string): SendMailOptions {
  return {
    messageId: `<${key}@birlik>`,
    from,
    to: { name: '', address: to },
    envelope: { from, to: [to] },
    subject,
    text,
    textEncoding: 'base64',
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Sends e-mails to a mail server (`smtp://…`). Its `Message-ID` is the delivery's, by which a mailbox knows a second one. */
export function mailServer(url: string, from: string): DeliveryChannel {
  const limits = { connectionTimeout: limitMs, greetingTimeout: limitMs, socketTimeout: limitMs };
  const transport = createTransport({ url, ...limits });
  return { deliver: async (parcel) => void (await transport.sendMail(emailOf(parcel, from))) };
}

/**
 * Hands parcels over to a service that sends text messages, or to devices: as JSON, the addresses, the title and the text. The service
 * knows by the header `idempotency-key` what it has had.
 */
export function httpService(url: string, token: string | undefined): DeliveryChannel {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    async deliver({ key, to, subject: title, text }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, ...authorization },
        body: JSON.stringify({ to: to.split('\n'), title, text }),
        // Elsewhere the token and the addresses are nobody's business.
        redirect: 'error',
        signal: AbortSignal.timeout(limitMs),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`The service answered ${response.status}.`);
    },
  };
}

/** Writes a file of a parcel as a whole or not at all, and never a second one. */
async function writeOnce(folder: string, name: string, content: string | Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const aside = join(folder, `.${randomUUID()}`);
  try {
    await writeFile(aside, content);
    await link(aside, join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/** Writes each e-mail as a file `KEY.eml`. */
export function mailFolder(folder: string, from: string): DeliveryChannel {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async deliver(parcel) {
      const { message } = await transport.sendMail(emailOf(parcel, from));
      await writeOnce(folder, `${parcel.key}.eml`, message as Buffer);
    },
  };
}

/** Writes each text message as a file `KEY.txt`: the number, a blank line and the text. */
export function textFolder(folder: string): DeliveryChannel {
  return { deliver: ({ key, to, text }) => writeOnce(folder, `${key}.txt`, `${to}\n\n${text}\n`) };
}

/** Writes what devices would show as a file `KEY.json`: the devices, a line each in the parcel's address, the title and the text. */
export function pushFolder(folder: string): DeliveryChannel {
  return {
    deliver: ({ key, to, subject: title, text }) =>
      writeOnce(folder, `${key}.json`, `${JSON.stringify({ to: to.split('\n'), title, text })}\n`),
  };
}

/** The ways out that the configuration names; without any, messages are in the inbox alone. */
export function openChannels(config: {
  readonly MAIL_FROM: string;
  readonly MAIL_SERVER_URL?: string | undefined;
  readonly MESSAGE_FOLDER?: string | undefined;
  readonly SMS_SERVICE_URL?: string | undefined;
  readonly PUSH_SERVICE_URL?: string | undefined;
  readonly MESSAGE_SERVICE_TOKEN?: string | undefined;
}): DeliveryChannels {
  const { MAIL_FROM: from, MAIL_SERVER_URL: server, MESSAGE_FOLDER: folder } = config;
  const { SMS_SERVICE_URL: sms, PUSH_SERVICE_URL: push, MESSAGE_SERVICE_TOKEN: token } = config;
  return {
    ...(folder !== undefined && {
      email: mailFolder(folder, from),
      sms: textFolder(folder),
      push: pushFolder(folder),
    }),
    ...(server !== undefined && { email: mailServer(server, from) }),
    ...(sms !== undefined && { sms: httpService(sms, token) }),
    ...(push !== undefined && { push: httpService(push, token) }),
  };
}
