import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** The members that hold data of people, as the answer names their parts. */
export const holders = [
  { key: 'registry', name: msg`Birliyin ofisi` },
  { key: 'university', name: msg`Universitetlər` },
  { key: 'asanSchool', name: msg`ASAN Məktəb` },
  { key: 'union', name: msg`Könüllü Təşkilatları İttifaqı` },
  { key: 'alumni', name: msg`Məzunlar platforması` },
  { key: 'creative', name: msg`Yaradıcı Sənayelər Federasiyası` },
  { key: 'center', name: msg`Beynəlxalq Könüllülük Mərkəzi` },
] as const satisfies readonly { readonly key: string; readonly name: MessageDescriptor }[];

/** Words for the tables that people ask about most. */
const tableTerms: Readonly<Record<string, MessageDescriptor>> = {
  access_log: msg`Kim baxıb`,
  access_need: msg`Xüsusi ehtiyaclar`,
  affiliation: msg`Təşkilatlarla bağlılıq`,
  alumnus: msg`Məzun qeydi`,
  certificate: msg`Sertifikatlar`,
  consent: msg`İcazələr`,
  consent_event: msg`İcazələrin tarixçəsi`,
  correction: msg`Düzəliş istəkləri`,
  creative_application: msg`Kampaniyalara müraciətlər`,
  enrolment: msg`Təhsil`,
  file: msg`Fayllar`,
  former_name: msg`Əvvəlki adlar`,
  guardianship: msg`Valideyn və qəyyum`,
  inquiry: msg`Sual və etirazlar`,
  mentorship: msg`Mentorluq`,
  mentor_profile: msg`Mentor səhifəsi`,
  message: msg`Mesajlar`,
  message_delivery: msg`Mesajların çatdırılması`,
  nomination: msg`Namizədliklər`,
  opportunity_application: msg`Elanlara müraciətlər`,
  person_link: msg`Sizin sayılan qeydlər`,
  programme_participation: msg`Proqramda iştirak`,
  reach: msg`Sizi siyahıda görə bilənlər`,
  review_score: msg`Qiymətlər`,
  search_card: msg`Axtarış kartı`,
  service_entry: msg`Könüllü saatlar`,
  source_record: msg`Təşkilatların verdiyi qeydlər`,
  account_recovery: msg`Hesabın bərpası`,
  claim_attempt: msg`Qeydi götürmə cəhdləri`,
  comparable_record: msg`Tutuşdurmaq üçün qeydlər`,
  consent_request: msg`İcazə sorğuları`,
  email_change: msg`E-poçtun dəyişdirilməsi`,
  erasure_request: msg`Silinmə istəyi`,
  identity_binding: msg`Giriş üsulları`,
  invitation: msg`Dəvətlər`,
  linkage_event: msg`Qeydlər üzrə qərarlar`,
  membership_event: msg`Bağlılığın tarixçəsi`,
  message_preference: msg`Bildiriş seçimləri`,
  push_device: msg`Bildiriş cihazları`,
  record_offer: msg`Sizdən soruşulan qeydlər`,
  record_disclosure: msg`Təşkilata bildirdiyiniz qeydlər`,
  register_record: msg`Reyestrlərdəki qeydlər`,
  search_entry: msg`Kartınızın axtarış sətirləri`,
  volunteer: msg`Ad və əlaqə`,
  volunteer_agreement: msg`Könüllü müqavilələri`,
};

/** The words for a table, which its name may be followed by a column; null for one that has no words. */
export function tableTerm(name: string): MessageDescriptor | null {
  return tableTerms[name.split('.')[0] ?? ''] ?? null;
}

/** The tables that hold something, each once: a table that names people in a second column too has the same rows there. */
export function filledTables<Table extends { readonly name: string; readonly rowCount: number }>(
  tables: readonly Table[],
): readonly Table[] {
  const names = new Set(tables.map(({ name }) => name));
  const isSecond = (name: string) => name.includes('.') && names.has(name.split('.')[0] ?? '');
  return tables.filter(({ name, rowCount }) => rowCount > 0 && !isSecond(name));
}
