import type { LocalizedText } from '../localized-text.js';
import type { NameSpellings, Sex } from '../names/compose-name.js';
import type { Script } from '../names/spelling.js';

export type StudyLevel = 'bachelor' | 'master' | 'doctorate';
export type StageStatus = 'active' | 'completed' | 'withdrawn';
export type ManagementArea = 'administrative' | 'social' | 'business';
export type GrantPurpose = 'recruitment' | 'placement' | 'mentoring' | 'certification' | 'emergency' | 'reporting';
export type GrantCategory = 'study' | 'programme' | 'service' | 'alumni' | 'creative' | 'contact';
export type AffiliationRole = 'student' | 'volunteer' | 'alumnus' | 'applicant' | 'member';

/** A study at a university of the demo data. */
export interface StudyRecord {
  readonly organizationId: string;
  /** Place in the catalogue's study programmes. */
  readonly programmeIndex: number;
  readonly level: StudyLevel;
  readonly startYear: number;
  readonly status: 'studying' | 'graduated' | 'left';
  /** Whether the university nominated the student for its ASAN volunteer group. */
  readonly nominatedAsanGroup: boolean;
}

/** A way through the ASAN School's volunteer programme. */
export interface ProgrammeRecord {
  /** Place in the catalogue's intakes. */
  readonly intakeIndex: number;
  readonly master1: {
    readonly status: StageStatus;
    /** 0 to 100; null until Master 1 is completed. */
    readonly score: number | null;
    /** The type of certificate; null until Master 1 is completed. */
    readonly certificateIndex: 0 | 1 | 2 | null;
  };
  /** Null for everyone who has not gone on to Master 2, which takes a completed Master 1. */
  readonly master2: {
    readonly area: ManagementArea;
    readonly status: StageStatus;
    /** 0 to 100; null until Master 2 is completed. */
    readonly score: number | null;
  } | null;
}

/** Voluntary service for members of the union. */
export interface ServiceRecord {
  /** At least one, none twice. */
  readonly organizationIds: readonly string[];
  readonly hours: number;
}

/** Studies abroad. */
export interface AlumniRecord {
  /** Key of the founding association that the person belongs to. */
  readonly associationKey: string;
  readonly countryCode: string;
  readonly university: string;
  readonly level: StudyLevel;
  /** Null while the person still studies there. */
  readonly graduationYear: number | null;
  /** Key of a study field of the catalogue. */
  readonly field: string;
  /** Whether the person is back in the home country. */
  readonly returned: boolean;
  /** Null for everyone who does not mentor; nobody is a mentor and a mentee at once. */
  readonly mentor: { readonly capacity: number } | null;
  readonly mentee: boolean;
}

/** An application to the creative volunteers' campaign. */
export interface CreativeRecord {
  /** Key of a discipline of the catalogue. */
  readonly discipline: string;
  readonly status: 'registered' | 'eligible' | 'elected';
  /** 0 to 100; null unless the commission scored the application. */
  readonly score: number | null;
}

/** A consent that the person gave, or gave and withdrew. */
export interface ConsentRecord {
  /** Key of the receiving organisation; null for every accredited member. */
  readonly recipientKey: string | null;
  readonly purpose: GrantPurpose;
  readonly category: GrantCategory;
  /** Counted from the day on which the demo data is loaded; null for a consent without an end. */
  readonly expiresInDays: number | null;
  readonly withdrawn: boolean;
}

/** A tie between the person and an organisation, derived from the person's records. */
export interface AffiliationRecord {
  readonly organizationId: string;
  readonly role: AffiliationRole;
  /** Calendar day. */
  readonly since: string;
  /** Calendar day; null while the tie lasts. */
  readonly until: string | null;
}

/** One person of the demo data with the records that each member holds; all of it is generated. */
export interface DemoPerson {
  readonly index: number;
  readonly id: string;
  /** Written in the person's own `script`, as are the family name and the patronymic. */
  readonly givenName: string;
  readonly familyName: string;
  readonly patronymic: string | null;
  readonly script: Script;
  /** The same name as other members may have written it down. */
  readonly spellings: NameSpellings;
  readonly sex: Sex;
  /** Calendar day. */
  readonly birthDate: string;
  /** Seven characters, unique, in the manner of an Azerbaijani FIN. */
  readonly nationalNumber: string;
  readonly email: string;
  readonly phone: string;
  readonly city: LocalizedText;
  readonly region: 'capital' | 'region';
  /** ISO 3166-1 alpha-2. */
  readonly homeCountry: string;
  /** ISO 8601 instant; the timestamp of `id`. */
  readonly registeredAt: string;
  readonly study: StudyRecord | null;
  readonly programme: ProgrammeRecord | null;
  readonly service: ServiceRecord | null;
  readonly alumni: AlumniRecord | null;
  readonly creative: CreativeRecord | null;
  readonly consents: readonly ConsentRecord[];
  readonly affiliations: readonly AffiliationRecord[];
}
