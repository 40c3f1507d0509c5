import { msg } from '@lingui/core/macro';
import type { Viewer } from '../../viewer/viewer.js';
import { type NavigationEntry, navigationOf } from '../navigation.js';

const forAnybody: readonly NavigationEntry[] = [
  { path: '/opportunities', title: msg`Elanlar` },
  { path: '/members', title: msg`Üzvlər` },
  { path: '/programme', title: msg`Könüllülük proqramı` },
  { path: '/abroad', title: msg`Xaricdə` },
  { path: '/abroad/news', title: msg`Xəbərlər, bələdçilər, tədbirlər` },
  { path: '/abroad/decisions', title: msg`Rəsmi görüşlərin qərarları` },
  { path: '/directory', title: msg`Tələbələr və məzunlar` },
  { path: '/missions', title: msg`Diplomatik nümayəndəliklər` },
  { path: '/universities', title: msg`Universitetlər` },
  { path: '/countries', title: msg`Ölkələr` },
  { path: '/countries/compare', title: msg`Ölkələrin müqayisəsi` },
  { path: '/campaigns', title: msg`Kampaniyalar` },
  { path: '/conferences', title: msg`Konfranslar və sədrlik` },
  { path: '/verify', title: msg`Qəbzi yoxla` },
  { path: '/settings', title: msg`Ayarlar` },
];

const forNewcomers: readonly NavigationEntry[] = [
  { path: '/me/claim', title: msg`Kodum var` },
  { path: '/me/recover', title: msg`Hesabın bərpası` },
];

const forPeople: readonly NavigationEntry[] = [
  { path: '/me/facts', title: msg`Mənim məlumatlarım` },
  { path: '/me/applications', title: msg`Müraciətlərim və üzvlüklərim` },
  { path: '/me/mentoring', title: msg`Mentorluq` },
  { path: '/me/mentoring/find', title: msg`Mentor tap` },
  { path: '/me/mentoring/offer', title: msg`Mentor ol` },
  { path: '/me/events', title: msg`Tədbirlərim` },
  { path: '/me/alumni', title: msg`Kataloqda mən` },
  { path: '/me/alerts', title: msg`Xəbərdarlıqlar` },
  { path: '/me/mentoring/rounds', title: msg`Mentorluq raundları` },
  { path: '/me/cases', title: msg`Mənim problemlərim` },
  { path: '/me/bodies', title: msg`Orqanlar və iclaslar` },
  { path: '/me/messages/preferences', title: msg`Bildirişlər` },
  { path: '/me/permissions/new', title: msg`Yeni icazə` },
  { path: '/me/card', title: msg`Axtarış kartım` },
  { path: '/me/card/edit', title: msg`Kartın məzmunu` },
  { path: '/me/records', title: msg`Qeydlərim` },
  { path: '/me/claim', title: msg`Qeydi götür` },
  { path: '/me/guardianship', title: msg`Valideyn və qəyyum` },
  { path: '/me/export', title: msg`Məlumatımı endir` },
  { path: '/me/erasure', title: msg`Məlumatımı sil` },
];

const forOfficers: readonly NavigationEntry[] = [
  { path: '/rounds/new', title: msg`Raund aç` },
  { path: '/register/people', title: msg`Bizə bağlı insanlar` },
  { path: '/register/import', title: msg`Fayldan əlavə et` },
  { path: '/publishing', title: msg`Dərc` },
  { path: '/letters', title: msg`Göndərilən mesajlar` },
  { path: '/organization/texts', title: msg`Mesajların mətni` },
  { path: '/organization/hand-over', title: msg`Heyətin təhvili` },
  { path: '/agreements/new', title: msg`Sazişi qeydə alın` },
  { path: '/emergencies', title: msg`Fövqəladə hallar` },
  { path: '/emergencies/new', title: msg`Fövqəladə hal təklif et` },
  { path: '/desk', title: msg`Xaricdəki fövqəladə hallar` },
  { path: '/desk/new', title: msg`Xaricdə fövqəladə hal aç` },
  { path: '/cases', title: msg`Tələbələrin problemləri` },
  { path: '/cases/meetings', title: msg`Rəsmi görüşlər` },
  { path: '/bodies', title: msg`İdarəetmə orqanları` },
  { path: '/safeguarding', title: msg`Mühafizə işləri` },
  { path: '/mentoring/propose', title: msg`Cüt təklif et` },
];

const forTheOffice: readonly NavigationEntry[] = [
  { path: '/office/organizations/new', title: msg`Yeni təşkilat` },
  { path: '/office/purposes', title: msg`Məqsədlər` },
  { path: '/office/recoveries', title: msg`Hesab bərpaları` },
  { path: '/office/claims', title: msg`Qeyd iddiaları` },
  { path: '/office/emergencies', title: msg`Fövqəladə hallar` },
  { path: '/office/persons', title: msg`Gələn şəxsi tap` },
  { path: '/office/guardianships', title: msg`Valideyn və qəyyumlar` },
  { path: '/office/guardianships/new', title: msg`Valideyn və ya qəyyumu qeydə al` },
  { path: '/office/safeguarding', title: msg`Mühafizə işləri` },
];

const forOperators: readonly NavigationEntry[] = [
  ...forTheOffice,
  { path: '/operator/operations', title: msg`Yavaş sorğular` },
  { path: '/operator/schemas', title: msg`Versiyalar və sxem dəyişiklikləri` },
];

/** Every page with an address of its own that whoever looks can find by its name: those of the bar first, none twice. */
export function placesOf(viewer: Viewer): readonly NavigationEntry[] {
  const places = [...navigationOf(viewer), ...furtherPlacesOf(viewer), ...forAnybody];
  return places.filter(({ path }, index) => places.findIndex((other) => other.path === path) === index);
}

function furtherPlacesOf(viewer: Viewer): readonly NavigationEntry[] {
  switch (viewer.kind) {
    case 'person':
      return forPeople;
    case 'newcomer':
      return forNewcomers;
    case 'staff':
      if (viewer.organization.kind !== 'REGISTRY') return forOfficers;
      return viewer.roles.includes('admin') ? forOperators : forTheOffice;
    default:
      return [];
  }
}
