import type { ResolveReference } from '@birlik/trust/federation';

/** An export is for the person alone; there is none of anybody else. */
export const resolveDataExport: ResolveReference = (reference, context) =>
  context.viewer?.volunteerId === reference['id'] ? reference : null;
