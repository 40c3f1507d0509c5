import { id, type DemoData, type LocalizedText, type SeedFact } from '@birlik/demo-data';

/** What a conference of a source consists of, beside its own row. */
export interface ReportedConference {
  readonly id: string;
  readonly sessions: readonly { readonly kind: string; readonly title: LocalizedText; readonly fact: SeedFact }[];
  readonly speakers: readonly {
    readonly fullName: string;
    readonly office: LocalizedText;
    readonly organizationKey: string;
    readonly topics: readonly LocalizedText[];
    readonly facts: readonly [SeedFact, ...SeedFact[]];
  }[];
  /** Null as the speaker: it was said there, by nobody who is named. */
  readonly statements: readonly {
    readonly speaker: string | null;
    readonly text: LocalizedText;
    readonly facts: readonly [SeedFact, ...SeedFact[]];
  }[];
}

/** The online conference of 2020. */
export const onlineConferenceId = (demo: DemoData): string => id('conference', demo.facts.union.conference.heldOn);

/** The second conference of the member countries. */
export const membersConferenceId = (demo: DemoData): string =>
  id('conference', 'members', demo.facts.center.conference.ordinal);

function speakersOf(
  speakers: DemoData['facts']['union']['speakers'],
  topics: readonly LocalizedText[],
  further: readonly SeedFact[],
): ReportedConference['speakers'] {
  return speakers.map(({ fullName, role, organizationKey, source, text }) => {
    if (organizationKey === null) throw new Error(`The source does not say for whom ${fullName} speaks.`);
    return { fullName, office: role, organizationKey, topics, facts: [{ source, text }, ...further] };
  });
}

/** The online conference of 2020, as its source reports it. */
export function onlineConference(demo: DemoData): ReportedConference {
  const { union: facts } = demo.facts;
  const topics = facts.topics.map(({ name }) => name);
  return {
    id: onlineConferenceId(demo),
    sessions: [
      { kind: 'plenary', title: { az: 'Plenar sessiya', en: 'Plenary session' }, fact: facts.conferenceSessions },
      { kind: 'discussion', title: { az: 'Müzakirə sessiyası', en: 'Discussion' }, fact: facts.conferenceSessions },
    ],
    speakers: speakersOf(facts.speakers, topics, [...facts.topics.slice(0, 1), facts.discussions]),
    statements: [
      {
        speaker: null,
        text: {
          az: 'Koronavirus pandemiyasına qarşı tədbirlərdə könüllülərin xüsusi dəstəyi vurğulanıb: onlar həmrəylik və birlik nümayiş etdirərək mühüm rol oynayıblar',
          en: 'The special support of volunteers in the measures against the coronavirus pandemic was stressed: with solidarity and unity they played an important role',
        },
        facts: [facts.pandemicSupport, facts.pandemicRole],
      },
      {
        speaker: null,
        text: {
          az: 'ASAN könüllüləri ölkədə könüllülük hərəkatının inkişafının başlanğıcı hesab edilir',
          en: 'The ASAN volunteers are considered the beginning of the development of the country’s volunteer movement',
        },
        facts: [facts.asanVolunteersFirst],
      },
      {
        speaker: null,
        text: {
          az: 'konullu.az Azərbaycan könüllülərinin vahid portalıdır, “GencApp” isə gənclər üçün müxtəlif imkanları birləşdirir',
          en: 'konullu.az is the single portal of the volunteers of Azerbaijan, and GencApp brings together opportunities for young people',
        },
        facts: [facts.portal, facts.mobileApp],
      },
      {
        speaker: null,
        text: {
          az: 'Ölkədə könüllülük sahəsində fəaliyyət “Könüllü fəaliyyət haqqında” qanunla tənzimlənir',
          en: 'Volunteering in the country is regulated by the Law on voluntary activity',
        },
        facts: [facts.law],
      },
    ],
  };
}

/** The second conference of the member countries, as its source reports it. */
export function membersConference(demo: DemoData): ReportedConference {
  const { center: facts } = demo.facts;
  return {
    id: membersConferenceId(demo),
    sessions: [
      {
        kind: 'plenary',
        title: { az: 'Çıxışlar və hesabat', en: 'Speeches and a report' },
        fact: facts.conference,
      },
      {
        kind: 'experience',
        title: {
          az: 'İkinci hissə: altı ölkənin nümayəndələri könüllülük hərəkatı üzrə təcrübələrini bölüşür və regional əməkdaşlığın əhəmiyyətini vurğulayır',
          en: 'Second part: representatives of six countries share their experience of the volunteer movement and stress the importance of regional cooperation',
        },
        fact: facts.experienceSession,
      },
    ],
    speakers: speakersOf(facts.speakers, [], []),
    statements: [
      {
        speaker: 'Yusif Valiyev',
        text: {
          az: 'Könüllülük gənclərin şəxsi və peşəkar inkişafına böyük töhfə verir',
          en: 'Volunteering makes a great contribution to the personal and professional development of young people',
        },
        facts: [facts.youngPeople],
      },
      {
        speaker: 'Yusif Valiyev',
        text: {
          az: 'Gənclər Fondu ölkədə və beynəlxalq səviyyədə könüllülük fəaliyyətinin inkişafını daim dəstəkləyir',
          en: 'The Youth Foundation constantly supports the development of volunteering in the country and internationally',
        },
        facts: [facts.foundationSupport],
      },
      {
        speaker: 'Vugar Aliyev',
        text: {
          az: 'Ölkənin könüllülük sahəsindəki uğurları və Azərbaycan könüllülərinin yerli və beynəlxalq təşəbbüsləri',
          en: 'The successes of the country in volunteering, and the initiatives of Azerbaijani volunteers at the local and international levels',
        },
        facts: [facts.successes],
      },
      {
        speaker: 'Aiman Nakispekova',
        text: {
          az: 'Qazaxıstanda könüllülük hərəkatının inkişafı və bu sahədə atılan addımlar',
          en: 'The development of the volunteer movement in Kazakhstan and the steps taken in this area',
        },
        facts: [facts.kazakhMovement],
      },
      {
        speaker: 'Aiman Nakispekova',
        text: {
          az: 'Qazaxıstan könüllülük sahəsində beynəlxalq əməkdaşlığa və digər ölkələrlə təcrübə mübadiləsinə əhəmiyyət verir',
          en: 'Kazakhstan attaches importance to international cooperation in volunteering and to the exchange of experience with other countries',
        },
        facts: [facts.kazakhCooperation],
      },
      {
        speaker: null,
        text: {
          az: '2025-ci ildə Beynəlxalq Könüllülük Mərkəzinə Azərbaycan Könüllü Təşkilatları İttifaqının sədrlik edəcəyi elan olunub',
          en: 'It was announced that the Union of Volunteer Organizations of Azerbaijan will chair the International Volunteer Center in 2025',
        },
        facts: [facts.chairAnnouncement],
      },
      {
        speaker: null,
        text: {
          az: 'Sədrlik dövründə həyata keçiriləcək layihələr barədə ətraflı məlumat verilib',
          en: 'Detailed information was given on the projects to be implemented during the chairmanship',
        },
        facts: [facts.chairProjects],
      },
    ],
  };
}
