import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isOfType, mediaTypes, tellingBytes, type MediaType } from './media-type.js';

const ascii = (text: string) => Buffer.from(text, 'latin1');
const filled = (...parts: readonly Buffer[]) => Buffer.concat([...parts, Buffer.alloc(tellingBytes)]);

/** How a file of each type begins. */
const beginnings: Readonly<Record<string, Buffer>> = {
  'application/pdf': ascii('%PDF-1.7\n%âãÏÓ\n'),
  'image/jpeg': Buffer.from('ffd8ffe000104a46494600010101', 'hex'),
  'image/png': Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154', 'hex'),
  'image/webp': ascii('RIFF\x24\x00\x00\x00WEBPVP8 '),
  'image/gif': ascii('GIF89a\x01\x00\x01\x00'),
  'audio/mpeg': ascii('ID3\x04\x00\x00\x00\x00\x7f\x7f'),
  'video/mp4': ascii('\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2'),
};

/** What has no place among them. */
const others: Readonly<Record<string, Buffer>> = {
  'a page': ascii('<!DOCTYPE html><html><script>alert(1)</script></html>'),
  'a picture that can run scripts': ascii(
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
  ),
  'a program for Windows': ascii('MZ\x90\x00\x03\x00\x00\x00'),
  'a program for Linux': ascii('\x7fELF\x02\x01\x01\x00'),
  'a script': ascii('#!/bin/sh\nrm -rf /\n'),
  'an archive': ascii('PK\x03\x04\x14\x00\x00\x00\x08\x00'),
  'a text': ascii('Salam, dünya'),
  nothing: Buffer.alloc(0),
};

const typeOf = (name: string): MediaType => mediaTypes.get(name) ?? { name, detected: ['none'], extensions: ['none'] };

describe('the first bytes of a file', () => {
  test('are known for each type that is taken', () => {
    expect(Object.keys(beginnings).toSorted()).toEqual([...mediaTypes.keys()].toSorted());
  });

  test.each(Object.keys(beginnings))('tell %s from all others', async (name) => {
    for (const [other, bytes] of Object.entries(beginnings)) {
      expect([other, await isOfType(filled(bytes), typeOf(name))]).toEqual([other, other === name]);
    }
    for (const [what, bytes] of Object.entries(others)) {
      expect([what, await isOfType(bytes, typeOf(name))]).toEqual([what, false]);
    }
  });

  test('of an archive are not opened, however much is packed in it', async () => {
    const packed = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04', 'latin1');
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt16LE(19, 26);
    const archive = Buffer.concat([header, ascii('[Content_Types].xml'), packed]);
    const any = { name: 'x', detected: ['application/zip'], extensions: ['zip'] };
    expect(await isOfType(archive, any)).toBe(false);
  });
});
