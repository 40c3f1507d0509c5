import { FileEntity } from '@birlik/trust/file';
import { defineGrantLoader, type GrantLoader } from '@birlik/trust/grant-loader';
import { workSample } from './work-sample.rule.js';

/** A person's work samples that the grant opens, newest first, at most 50. */
export const workSamplesByGrant: GrantLoader<FileEntity> = defineGrantLoader(FileEntity, {
  orderBy: [{ id: 'desc' }],
  most: 50,
  where: `one.kind = '${workSample.kind}'`,
});
