import type { LocalizedText } from '../localized-text.js';

/** The five source documents, in the order of the project's seeds. */
export const seedSources = {
  S0: {
    az: 'Mingəçevir Dövlət Universitetinin xəbəri: MDU tələbələri “ASAN” könüllüləri sırasında',
    en: 'Mingachevir State University: news on its students joining the ASAN volunteer organization',
  },
  S1: {
    az: 'Azərbaycanlı Tələbələr və Məzunlar Platforması haqqında ensiklopediya məqaləsi',
    en: 'Encyclopedia article on the Azerbaijani Students and Alumni Platform',
  },
  S2: {
    az: '“Könüllülər İli” mövzusunda beynəlxalq konfrans haqqında xəbər, 7 dekabr 2020',
    en: 'News on the international conference on the Year of Volunteers, 7 December 2020',
  },
  S3: {
    az: 'Beynəlxalq Könüllülük Mərkəzinə üzv ölkələrin II konfransı haqqında xəbər, 17 dekabr 2024',
    en: 'News on the second conference of the member countries of the International Volunteer Center, 17 December 2024',
  },
  S4: {
    az: '“Yaradıcı Azərbaycan Könüllüləri” Hərəkatı haqqında vətəndaş cəmiyyətinin hesabatı',
    en: 'Civil-society report on the Creative Azerbaijan Volunteers movement',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type SeedSource = keyof typeof seedSources;

/** Marks data as stated by a source document. Whatever bears no such mark is generated. */
export interface SeedFact {
  readonly source: SeedSource;
  /** The words of the source, in its own language. */
  readonly text: string;
}

/** A fact that people read: a goal, a duty, a body, a topic. */
export interface NamedFact extends SeedFact {
  readonly key: string;
  readonly name: LocalizedText;
}

/** A person whom a source names, in the role that it states. */
export interface SpeakerFact extends SeedFact {
  readonly fullName: string;
  readonly role: LocalizedText;
  /** Key of the organisation that the person speaks for; null where the source leaves it open. */
  readonly organizationKey: string | null;
}

/** Keeps the exact type of a group of facts while making sure that each of them names its source. */
export function factGroup<const Group extends Readonly<Record<string, SeedFact | readonly SeedFact[]>>>(
  group: Group,
): Group {
  return group;
}
