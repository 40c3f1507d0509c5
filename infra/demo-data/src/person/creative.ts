import { catalogue } from '../catalogue.js';
import { random } from '../random.js';
import type { PersonBase } from './base.js';
import type { Slot } from './slot.js';
import type { CreativeRecord } from './demo-person.js';

/** The elected are those with the best scores, so that a selection by score finds the same persons. */
export function creativeOf(base: PersonBase, slot: Slot): CreativeRecord | null {
  if (slot.creative === null) return null;
  const stream = random('person', base.index, 'creative');
  const discipline = stream.pick(catalogue.creativeDisciplines).key;
  if (slot.creative === 'elected') return { discipline, status: 'elected', score: stream.int(85, 99) };
  if (slot.creative === 'eligible') return { discipline, status: 'eligible', score: stream.int(50, 84) };
  return { discipline, status: 'registered', score: null };
}
