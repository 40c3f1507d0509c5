import type { RequestContext } from '@birlik/trust/context';
import { defineRowLoader } from '@birlik/kernel/loader';
import { CertificateTypeEntity } from './certificate-type.entity.js';

export const certificateTypeById = defineRowLoader(
  (ids: string[], { em }: RequestContext) => em.find(CertificateTypeEntity, { id: { $in: ids } }),
  (row) => row.id,
);
