import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { CertificateTypeEntity } from './certificate-type.entity.js';

/** All types of certificate, the newest rules and the highest score first; public. */
export function listCertificateTypes(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<CertificateTypeEntity>> {
  return findConnection(context.em, CertificateTypeEntity, {
    args,
    orderBy: [{ version: 'desc' }, { minimumScore: 'desc' }, { id: 'desc' }],
  });
}
