import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { EmailText } from '../../../design/base/email-text.js';
import { graphql } from '../../../generated/gql.js';
import type { GrantCategory } from '../../../generated/codes.js';
import type { MirrorOfPersonFragment } from '../../../generated/graphql.js';
import { formatCountry, formatDay, formatList, formatNumber } from '../../../language/format.js';

export const MirrorOfPerson = graphql(`
  fragment MirrorOfPerson on Volunteer {
    id
    name
    contact {
      birthDate
      email
      phone
      city
    }
    affiliations {
      id
      organization {
        id
        name
      }
    }
    enrolments {
      id
      startYear
      programme {
        id
        name
      }
      organization {
        id
        name
      }
    }
    programmeRecord {
      id
      joinedOn
      organization {
        id
        name
      }
    }
    certificates {
      id
      issuedOn
    }
    serviceRecord {
      minutes
      organizations {
        id
        name
      }
    }
    alumniProfile {
      id
      university
      graduationYear
      studyCountry {
        code
      }
    }
    creativeRecord {
      applications {
        id
        campaign {
          id
          name
        }
      }
    }
    accessNeeds {
      needs
    }
  }
`);

/** Where the answer holds each category; what else belongs to it comes and goes with this. */
export const mirrorFields = {
  CONTACT: 'contact',
  STUDY: 'enrolments',
  PROGRAMME: 'programmeRecord',
  SERVICE: 'serviceRecord',
  ALUMNI: 'alumniProfile',
  CREATIVE: 'creativeRecord',
  ACCESS_NEEDS: 'accessNeeds',
} as const satisfies Record<GrantCategory, keyof MirrorOfPersonFragment>;

/** What somebody reads of a person in one category, in short. */
export function MirrorLines({ category, person }: { category: GrantCategory; person: MirrorOfPersonFragment }) {
  return (
    <ul className="grid gap-1">
      {linesOf(category, person)
        .filter(Boolean)
        .map((line, index) => (
          <li key={index} className="min-w-0 break-words">
            {line}
          </li>
        ))}
    </ul>
  );
}

function linesOf(category: GrantCategory, person: MirrorOfPersonFragment): readonly ReactNode[] {
  switch (category) {
    case 'CONTACT':
      return [
        person.name,
        person.contact?.birthDate != null && formatDay(person.contact.birthDate),
        person.contact?.email != null && <EmailText email={person.contact.email} />,
        person.contact?.phone,
        person.contact?.city,
        namesOf(person.affiliations),
      ];
    case 'STUDY':
      return (person.enrolments ?? []).map(({ programme, organization, startYear }) =>
        [programme?.name, organization?.name, startYear].filter(Boolean).join(', '),
      );
    case 'PROGRAMME': {
      const certificates = person.certificates?.length ?? 0;
      return [
        person.programmeRecord?.organization?.name,
        person.programmeRecord != null && formatDay(person.programmeRecord.joinedOn),
        certificates > 0 && <Plural value={certificates} one="# sertifikat" other="# sertifikat" />,
      ];
    }
    case 'SERVICE': {
      const hours = formatNumber(Math.round((person.serviceRecord?.minutes ?? 0) / 60));
      return [
        <Trans key="hours">Təsdiqlənmiş saatlar: {hours}</Trans>,
        formatList((person.serviceRecord?.organizations ?? []).flatMap(({ name }) => name ?? [])),
      ];
    }
    case 'ALUMNI':
      return [
        person.alumniProfile?.university,
        person.alumniProfile?.studyCountry != null && formatCountry(person.alumniProfile.studyCountry.code),
        person.alumniProfile?.graduationYear,
      ];
    case 'CREATIVE':
      return (person.creativeRecord?.applications ?? []).map(({ campaign }) => campaign?.name);
    case 'ACCESS_NEEDS': {
      const needs = person.accessNeeds?.needs.length ?? 0;
      return [<Trans key="needs">Bildirdiyiniz ehtiyaclar: {needs}</Trans>];
    }
  }
}

function namesOf(ties: MirrorOfPersonFragment['affiliations']): string {
  return formatList([...new Set((ties ?? []).flatMap(({ organization }) => organization?.name ?? []))]);
}
