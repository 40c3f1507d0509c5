import type { Cell } from '@birlik/kernel/seed';
import { id, stated, type DemoData, type LocalizedText, type SeedFact } from '@birlik/demo-data';

const meetingId = id('meeting', 'mdu');

const title = {
  az: 'MDU tələbələri “ASAN” könüllüləri sırasında',
  en: 'The students of the MDU are involved in the “ASAN” volunteer organization',
};

const delegation = {
  az: 'Baş məsləhətçi Sabuhi Avazli, aparıcı məsləhətçi Saray Mayilzadeh və “ASAN” könüllü təşkilatının nümayəndələri',
  en: 'Senior adviser Sabuhi Avazli, leading adviser Saray Mayilzadeh and representatives of the ASAN volunteer organization',
};

const sabuhiAvazli = 'Sabuhi Avazli';
const sarayMayilzadeh = 'Saray Mayilzadeh';

interface ReportedItem {
  readonly kind: 'talk' | 'video' | 'questions';
  readonly title: LocalizedText;
  readonly speakers: readonly string[];
  readonly facts: readonly [SeedFact, ...SeedFact[]];
}

/** The meeting's parts in the order in which the source tells them; its words in people's languages. */
function reportedItems({ facts: { asanSchool: facts } }: DemoData): readonly ReportedItem[] {
  return [
    {
      kind: 'talk',
      title: { az: '“ASAN” könüllü təşkilatının layihələri', en: 'Projects of the ASAN volunteer organization' },
      speakers: [sarayMayilzadeh],
      facts: [facts.volunteerProjects],
    },
    {
      kind: 'talk',
      title: {
        az: '“ASAN xidmət” mərkəzlərində könüllülük: dövlət siyasətinə töhfə vermiş təcrübə məktəbi',
        en: 'Volunteering at ASAN service centers: an experimental school that has contributed to state policy',
      },
      speakers: [sarayMayilzadeh],
      facts: [facts.statePolicy, facts.volunteerCount, facts.graduatesAtWork],
    },
    {
      kind: 'talk',
      title: { az: 'ASAN Məktəbi və məqsədi', en: 'The ASAN School and its goal' },
      speakers: [sarayMayilzadeh],
      facts: [facts.school, facts.schoolGoal, facts.schoolTrainers, facts.schoolOpenTo],
    },
    {
      kind: 'talk',
      title: { az: '“Master 1” mərhələsi', en: 'The stage “Master 1”' },
      speakers: [sabuhiAvazli],
      facts: [facts.twoStages, facts.master1OpenTo, facts.master1Trainings, facts.master1],
    },
    {
      kind: 'talk',
      title: { az: '“Master 2” mərhələsi', en: 'The stage “Master 2”' },
      speakers: [sabuhiAvazli],
      facts: [facts.secondStage, facts.master2, facts.master2Gate],
    },
    {
      kind: 'video',
      title: {
        az: '“ASAN xidmət” mərkəzlərində könüllü fəaliyyəti haqqında videoçarx',
        en: 'A video clip about volunteering activities at ASAN service centers',
      },
      speakers: [],
      facts: [facts.recruitmentMeetingVideo],
    },
    {
      kind: 'questions',
      title: { az: 'Tələbələrin sualları və cavablar', en: 'The students’ questions and the answers' },
      speakers: [sabuhiAvazli, sarayMayilzadeh],
      facts: [facts.recruitmentMeetingQuestions, facts.answers],
    },
  ];
}

const speakerId = (name: string): string => id('meeting-speaker', 'mdu', name);

/** The row of the meeting; the source gives neither its day nor the number of students. */
export function meetingOf(demo: DemoData): readonly Cell[] {
  const facts = demo.facts.asanSchool;
  const { universityKey, agencyKey } = facts.recruitmentMeeting;
  const source = stated(facts.recruitmentMeeting, facts.delegation);
  const host = demo.organization(universityKey).id;
  return [meetingId, host, demo.organization(agencyKey).id, title, delegation, null, null, source];
}

/** The rows of those who spoke for the agency. */
export function speakersOf(demo: DemoData): readonly (readonly Cell[])[] {
  const { recruitmentMeeting, representatives } = demo.facts.asanSchool;
  const host = demo.organization(recruitmentMeeting.universityKey).id;
  const agency = demo.organization(recruitmentMeeting.agencyKey).id;
  return representatives.map((speaker, position) => [
    speakerId(speaker.fullName),
    host,
    meetingId,
    position,
    speaker.fullName,
    { ...speaker.role },
    agency,
    stated(speaker),
  ]);
}

/** The rows of the agenda. */
export function agendaOf(demo: DemoData): readonly (readonly Cell[])[] {
  const host = demo.organization(demo.facts.asanSchool.recruitmentMeeting.universityKey).id;
  return reportedItems(demo).map((item, position) => [
    id('meeting-item', 'mdu', position),
    host,
    meetingId,
    position,
    item.kind,
    { ...item.title },
    item.speakers.map(speakerId),
    stated(...item.facts),
  ]);
}
