import { defineLoader } from '@birlik/kernel/loader';
import { defineRowLoader } from '@birlik/kernel/rows';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { OrganizationEntity, type OrganizationKind } from './organization.entity.js';

export const organizationById = defineRowLoader(OrganizationEntity, 'id', { readers: 'everyone' });

/** Whether organisations of a kind stand for others. */
export const isUmbrellaByKind = defineLoader<OrganizationKind, boolean, RequestContext>(async (kinds, { em }) => {
  const rows = await runStatement<{ kind: string }>(em, 'select organization_kind as kind from umbrella_kind', []);
  return kinds.map((kind) => rows.some((row) => row.kind === kind));
});
