import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';
import type { Master2Area } from '../programme/programme-participation.entity.js';

export const institutionSectors = { PUBLIC: 'public', PRIVATE: 'private' } as const;
export type InstitutionSector = (typeof institutionSectors)[keyof typeof institutionSectors];

const HostInstitutionSchema = defineEntity({
  name: 'HostInstitutionEntity',
  tableName: 'host_institution',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    hostOrganizationId: p.uuid(),
    sector: p.string().$type<InstitutionSector>(),
    areas: p.array<Master2Area>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class HostInstitutionEntity extends HostInstitutionSchema.class {}
HostInstitutionSchema.setClass(HostInstitutionEntity);
