import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeMail } from './email-change.service.js';

const encoded = (text: string): string => Buffer.from(text).toString('base64');

/** Writes each e-mail into a folder, as a file `KEY.eml`, whole or not at all. */
export function mailFolder(folder: string): CodeMail {
  return {
    async deliver({ key, to, subject, text }) {
      const lines = [
        'From: Birlik <birlik@localhost>',
        `To: ${to}`,
        `Subject: =?utf-8?B?${encoded(subject)}?=`,
        `Date: ${new Date().toUTCString()}`,
        `Message-ID: <${key}@birlik>`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: base64',
        '',
        encoded(text),
        '',
      ];
      await mkdir(folder, { recursive: true });
      const aside = join(folder, `.${key}`);
      await writeFile(aside, lines.join('\r\n'));
      await rename(aside, join(folder, `${key}.eml`));
    },
  };
}
