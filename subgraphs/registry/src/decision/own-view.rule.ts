import type { RequestContext } from '@birlik/trust/context';
import type { SeenPerson } from './grant.loader.js';

/** Whether the viewer is this person and previews nobody's view: what the person alone may see is shown then only. */
export function isOwnView(context: RequestContext, { id, seenBy = null }: SeenPerson): boolean {
  return seenBy === null && context.viewer?.volunteerId === id;
}
