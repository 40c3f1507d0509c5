import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { fileRefusals, type FileRefusal } from './file-entity.js';
import { isOfType, tellingBytes, type MediaType } from './media-type.js';

/** A file is not what was announced. */
export class FileRefused extends Error {
  readonly refusal: FileRefusal;

  constructor(refusal: FileRefusal) {
    super(refusal);
    this.name = 'FileRefused';
    this.refusal = refusal;
  }
}

/** Looks at the bytes of one file while they come, of which it never has more than the first few. */
export class UploadCheck {
  readonly #type: MediaType;
  readonly #bytes: number;
  readonly #digest = createHash('sha256');

  constructor({ type, bytes }: { readonly type: MediaType; readonly bytes: number }) {
    this.#type = type;
    this.#bytes = bytes;
  }

  /**
   * Passes bytes on as they come. Whatever becomes of it, their source can still be read.
   *
   * @throws FileRefused as soon as they are not what was announced
   */
  async *of(source: Readable): AsyncGenerator<Uint8Array> {
    let count = 0;
    let first: Buffer | null = Buffer.alloc(0);
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      count += chunk.length;
      if (count > this.#bytes) throw new FileRefused(fileRefusals.NOT_ITS_SIZE);
      this.#digest.update(chunk);
      if (first === null) {
        yield chunk;
        continue;
      }
      first = Buffer.concat([first, chunk]);
      if (first.length < tellingBytes) continue;
      yield await this.#checked(first);
      first = null;
    }
    if (count < this.#bytes) throw new FileRefused(fileRefusals.NOT_ITS_SIZE);
    if (first !== null) yield await this.#checked(first);
  }

  /** The digest of all bytes, once they have passed. */
  sha256(): string {
    return this.#digest.digest('hex');
  }

  async #checked(first: Buffer): Promise<Buffer> {
    if (!(await isOfType(first, this.#type))) throw new FileRefused(fileRefusals.NOT_ITS_TYPE);
    return first;
  }
}
