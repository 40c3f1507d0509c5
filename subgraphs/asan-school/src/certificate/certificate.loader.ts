import { defineGrantLoader, type GrantLoader } from '@birlik/trust/grant-loader';
import { CertificateEntity } from './certificate.entity.js';

/** A person's certificates that the grant opens, newest first, the revoked ones included. */
export const certificatesByGrant: GrantLoader<CertificateEntity> = defineGrantLoader(CertificateEntity, {
  orderBy: [{ issuedOn: 'desc' }, { id: 'desc' }],
  most: 20,
});
