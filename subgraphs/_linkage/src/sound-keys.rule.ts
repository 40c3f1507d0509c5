import { consonantSkeleton } from './consonant-skeleton.rule.js';
import { daitchMokotoffCodes } from './daitch-mokotoff.rule.js';

/** The union of the sound codes of one canonical word: what one code misses, another finds. */
export function soundKeys(word: string): readonly string[] {
  return [`s${consonantSkeleton(word)}`, ...daitchMokotoffCodes(word).map((code) => `d${code}`)];
}
