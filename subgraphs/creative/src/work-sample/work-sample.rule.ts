import type { FileUse } from '@birlik/trust/file';

/** What people show of their work with an application: pictures, recordings and documents. */
export const workSample = {
  kind: 'work_sample',
  mediaTypes: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/gif', 'audio/mpeg', 'video/mp4'],
  mostMegabytes: 50,
  mostFiles: 10,
} as const satisfies FileUse;
