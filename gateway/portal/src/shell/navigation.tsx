import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { OrganizationKind } from '../generated/codes.js';
import type { Viewer } from '../viewer/viewer.js';

/** A place in the bar at the top. */
export interface NavigationEntry {
  readonly path: string;
  readonly title: MessageDescriptor;
}

const forAnybody: readonly NavigationEntry[] = [
  { path: '/opportunities', title: msg`Elanlar` },
  { path: '/members', title: msg`Üzvlər` },
  { path: '/countries', title: msg`Ölkələr` },
];

const forPeople: readonly NavigationEntry[] = [
  { path: '/', title: msg`Əsas səhifə` },
  { path: '/me', title: msg`Mənim səhifəm` },
  { path: '/me/permissions', title: msg`İcazələr` },
  { path: '/me/views', title: msg`Kim baxıb` },
  { path: '/me/messages', title: msg`Mesajlar` },
  { path: '/opportunities', title: msg`Elanlar` },
  { path: '/settings', title: msg`Ayarlar` },
];

const forOfficers: readonly NavigationEntry[] = [
  { path: '/', title: msg`Əsas səhifə` },
  { path: '/search', title: msg`Könüllü axtarışı` },
  { path: '/register', title: msg`Reyestrimiz` },
  { path: '/inquiries', title: msg`Suallar` },
  { path: '/organization', title: msg`Təşkilat` },
  { path: '/log', title: msg`Jurnal` },
];

const forTheOffice: readonly NavigationEntry[] = [
  { path: '/', title: msg`Əsas səhifə` },
  { path: '/office/reviews', title: msg`Eynilik yoxlaması` },
  { path: '/office/organizations', title: msg`Təşkilatlar` },
  { path: '/office/issuers', title: msg`Giriş xidmətləri` },
  { path: '/office/mandates', title: msg`Səlahiyyətlər` },
  { path: '/office/erasures', title: msg`Silinmələr` },
  { path: '/office/log', title: msg`Jurnal` },
];

/** What organisations of a kind do beside what all do. */
const byKind: Partial<Record<OrganizationKind, NavigationEntry>> = {
  PLATFORM: { path: '/rounds', title: msg`Mentorluq raundları` },
  ASSOCIATION: { path: '/rounds', title: msg`Mentorluq raundları` },
  CENTER: { path: '/reports', title: msg`Ölkə hesabatları` },
  FEDERATION: { path: '/campaigns', title: msg`Kampaniyalar` },
};

const forOperators: readonly NavigationEntry[] = [...forTheOffice, { path: '/operator', title: msg`İşləmə` }];

/** The places of whoever looks at the portal. Whether somebody may do something there is asked of the graph, not decided here. */
export function navigationOf(viewer: Viewer): readonly NavigationEntry[] {
  switch (viewer.kind) {
    case 'person':
      return forPeople;
    case 'staff': {
      const { kind } = viewer.organization;
      if (kind === 'REGISTRY') return viewer.roles.includes('admin') ? forOperators : forTheOffice;
      const own = kind === null ? undefined : byKind[kind];
      return own === undefined ? forOfficers : [...forOfficers, own];
    }
    default:
      return forAnybody;
  }
}
