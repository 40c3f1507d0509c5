import { consonantSkeleton } from './consonant-skeleton.js';
import { daitchMokotoffCodes } from './daitch-mokotoff.js';

/** The union of the sound codes of one canonical word: what one code misses, another finds. */
export function soundKeys(word: string): readonly string[] {
  return [`s${consonantSkeleton(word)}`, ...daitchMokotoffCodes(word).map((code) => `d${code}`)];
}
