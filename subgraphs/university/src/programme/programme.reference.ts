import type { ResolveReference } from '@birlik/trust/federation';
import { programmeById } from './programme.loader.js';

export const resolveProgramme: ResolveReference = (reference, context) =>
  programmeById.load(context, String(reference['id']));
