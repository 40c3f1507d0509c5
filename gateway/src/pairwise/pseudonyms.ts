import { LRUCache } from 'lru-cache';
import type { ViewerIds } from '../execution/viewer-ids.js';
import type { PairwiseConfig } from './pairwise-config.js';
import { PseudonymCipher } from './pseudonym-cipher.js';
import { sectorOf, type Sector, type SectorViewer } from './sector.js';

const MAX_SECTORS = 2_000;
/** An entry takes about 250 bytes. */
const MAX_CACHED = 50_000;
/** More than any id or cursor has. */
const MAX_LENGTH = 4_096;

/**
 * The pseudonyms of all sectors. It caches those that it made and understood last, since that takes longer than all else
 * about an id.
 */
export class Pseudonyms {
  readonly #keys: PairwiseConfig['keys'];
  readonly #sectors = new LRUCache<string, ViewerIds>({ max: MAX_SECTORS });
  readonly #cached = new LRUCache<string, string>({ max: MAX_CACHED });
  #opened = 0;

  constructor(keys: PairwiseConfig['keys']) {
    this.#keys = keys;
  }

  /** The ids as a viewer sees them. */
  of(viewer: SectorViewer | null): ViewerIds {
    const sector = sectorOf(viewer);
    let ids = this.#sectors.get(sector.name);
    if (ids === undefined) {
      ids = this.#open(sector);
      this.#sectors.set(sector.name, ids);
    }
    return ids;
  }

  #open({ name, organization }: Sector): ViewerIds {
    const ciphers = new Map<string, PseudonymCipher>();
    for (const key of this.#keys) {
      if (key.organization === undefined || key.organization === organization) {
        ciphers.set(key.kid, new PseudonymCipher(key.key, name));
      }
    }
    const [newest] = ciphers;
    if (newest === undefined) throw new Error('No key for pseudonyms is for everybody.');
    const [kid, cipher] = newest;
    const sector = this.#opened++;
    return {
      hide: (id) => {
        const key = `${sector}>${id}`;
        let pseudonym = this.#cached.get(key);
        if (pseudonym === undefined) {
          pseudonym = `${kid}.${cipher.encrypt(id)}`;
          this.#cached.set(key, pseudonym);
        }
        return pseudonym;
      },
      reveal: (pseudonym) => {
        if (pseudonym.length > MAX_LENGTH) return null;
        const key = `${sector}<${pseudonym}`;
        const known = this.#cached.get(key);
        if (known !== undefined) return known;
        const dot = pseudonym.indexOf('.');
        const id = ciphers.get(pseudonym.slice(0, Math.max(dot, 0)))?.decrypt(pseudonym.slice(dot + 1)) ?? null;
        if (id !== null) this.#cached.set(key, id);
        return id;
      },
    };
  }
}

/** The pseudonyms of a configuration; null: ids stay as they are. */
export function createPseudonyms({ keys }: PairwiseConfig): Pseudonyms | null {
  return keys.length === 0 ? null : new Pseudonyms(keys);
}
