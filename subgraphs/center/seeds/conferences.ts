import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { id, stated, type DemoData } from '@birlik/demo-data';
import {
  membersConference,
  membersConferenceId,
  onlineConference,
  onlineConferenceId,
  type ReportedConference,
} from './reported-conferences.js';

const themeOf2020 = { az: 'Könüllülər İli', en: 'Year of Volunteers', ru: 'Год волонтёров', tr: 'Gönüllüler Yılı' };
const sheki = { az: 'Şəki', en: 'Sheki', ru: 'Шеки', tr: 'Şeki' };

const speakerId = (conference: string, name: string): string => id('conference-speaker', conference, name);

async function loadParts(demo: DemoData, copy: SeedContext['copy']): Promise<void> {
  const ivc = demo.organization('ivc').id;
  const part = ['id', 'organization_id', 'conference_id', 'position'];
  const conferences = [onlineConference(demo), membersConference(demo)];
  /** A row for each part of one kind, which begins with what all of them have. */
  const rows = <Part>(
    kind: string,
    parts: (conference: ReportedConference) => readonly Part[],
    cells: (one: Part, conference: string) => readonly Cell[],
  ): (readonly Cell[])[] =>
    conferences.flatMap((conference) =>
      parts(conference).map((one, position) => [
        id(kind, conference.id, position),
        ivc,
        conference.id,
        position,
        ...cells(one, conference.id),
      ]),
    );

  await copy(
    'conference_session',
    [...part, 'kind', 'title', 'source'],
    rows(
      'conference-session',
      ({ sessions }) => sessions,
      ({ kind, title, fact }) => [kind, { ...title }, stated(fact)],
    ),
  );
  await copy(
    'conference_speaker',
    [...part, 'name', 'office', 'speaks_for_organization_id', 'topics', 'source'],
    conferences.flatMap((conference) =>
      conference.speakers.map(({ fullName, office, organizationKey, topics, facts }, position) => [
        speakerId(conference.id, fullName),
        ivc,
        conference.id,
        position,
        fullName,
        { ...office },
        demo.organization(organizationKey).id,
        JSON.stringify(topics),
        stated(...facts),
      ]),
    ),
  );
  await copy(
    'conference_statement',
    [...part, 'speaker_id', 'text', 'source'],
    rows(
      'conference-statement',
      ({ statements }) => statements,
      ({ speaker, text, facts }, conference) => [
        speaker === null ? null : speakerId(conference, speaker),
        { ...text },
        stated(...facts),
      ],
    ),
  );
  const { countryReport } = demo.facts.center;
  const members = membersConferenceId(demo);
  const title = {
    az: 'Beynəlxalq Könüllülük Mərkəzinin Qazaxıstanda bu ilki fəaliyyəti',
    en: 'The work of the International Volunteer Center in Kazakhstan this year',
  };
  await copy(
    'conference_report',
    [...part, 'speaker_id', 'title', 'country_code', 'year', 'source'],
    [
      [
        id('conference-report', members, 0),
        ivc,
        members,
        0,
        speakerId(members, 'Aiman Nakispekova'),
        title,
        countryReport.countryCode,
        countryReport.year,
        stated(countryReport),
      ],
    ],
  );
}

/** Loads both conferences that the sources report, with everything that they tell of them. */
export async function loadConferences(demo: DemoData, copy: SeedContext['copy']): Promise<void> {
  const { center, union } = demo.facts;
  const ivc = demo.organization('ivc').id;
  const online = onlineConferenceId(demo);
  const members = membersConferenceId(demo);

  await copy(
    'conference',
    [
      'id',
      'organization_id',
      'name',
      'held_on',
      'reported_on',
      'place',
      'platforms',
      'occasion',
      'theme',
      'theme_country_codes',
      'topics',
      'source',
    ],
    [
      [
        online,
        ivc,
        { ...union.conference.name },
        union.conference.heldOn,
        union.conference.heldOn,
        null,
        union.conferencePlatforms.platforms,
        null,
        themeOf2020,
        union.yearOfVolunteers.countryCodes,
        JSON.stringify(union.topics.map((topic) => topic.name)),
        stated(union.conference, union.conferencePlatforms, union.yearOfVolunteers, ...union.topics),
      ],
      [
        members,
        ivc,
        { ...center.conference.name },
        // The source is dated, but does not give the day of the conference itself.
        null,
        center.conference.reportedOn,
        sheki,
        [],
        { ...center.volunteerWeek.name },
        { ...center.volunteerWeek.dedicatedTo },
        [],
        '[]',
        stated(center.conference, center.volunteerWeek, center.memberCountries),
      ],
    ],
  );
  await copy(
    'conference_participation',
    ['id', 'organization_id', 'conference_id', 'country_code'],
    [
      ...union.conference.countryCodes.map((code) => [id('participation', online, code), ivc, online, code]),
      ...center.memberCountries.countryCodes.map((code) => [id('participation', members, code), ivc, members, code]),
    ],
  );
  await copy(
    'conference_contributor',
    ['id', 'organization_id', 'conference_id', 'contributor_id', 'role', 'source'],
    [
      { key: center.conference.organizerKey, role: 'organizer', fact: center.conference },
      { key: center.conference.supporterKey, role: 'supporter', fact: center.conference },
      ...center.volunteerWeekPartners.organizationKeys.map((key) => ({
        key,
        role: 'partner',
        fact: center.volunteerWeekPartners,
      })),
    ].map(({ key, role, fact }) => [
      id('contributor', members, key, role),
      ivc,
      members,
      demo.organization(key).id,
      role,
      stated(fact),
    ]),
  );
  await loadParts(demo, copy);
}
