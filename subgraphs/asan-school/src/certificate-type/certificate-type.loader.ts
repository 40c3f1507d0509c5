import { defineRowLoader } from '@birlik/kernel/rows';
import { CertificateTypeEntity } from './certificate-type.entity.js';

export const certificateTypeById = defineRowLoader(CertificateTypeEntity, 'id', { readers: 'everyone' });
