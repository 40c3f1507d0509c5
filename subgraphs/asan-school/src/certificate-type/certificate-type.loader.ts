import type { RequestContext } from '@birlik/kernel/context';
import { defineLoader, indexByKey } from '@birlik/kernel/loader';
import { CertificateTypeEntity } from './certificate-type.entity.js';

export const certificateTypeById = defineLoader<string, CertificateTypeEntity | null, RequestContext>(
  async (ids, context) => {
    const rows = await context.em.find(CertificateTypeEntity, { id: { $in: [...ids] } });
    return indexByKey(ids, rows, (row) => row.id);
  },
);
