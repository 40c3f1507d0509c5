import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import type { AlumniFact, DirectoryVisibility } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { dayIn } from '../../../language/day.js';
import { formatCountry, formatDay } from '../../../language/format.js';
import { spokenLanguageTerms } from '../language-terms.js';
import { levelTerms } from '../me-terms.js';
import { fieldTerms } from '../../../language/mentoring-terms.js';
import { factTerms, visibilityTerms } from './alumni-fact-terms.js';

const AlumniFactListRecord = graphql(`
  fragment AlumniFactList_record on OwnAlumniRecord {
    organization {
      id
      name
      timeZone
    }
    facts {
      fact
      visibility
      confirmedOn
    }
    entry {
      id
      name
      university
      city
      level
      fieldCode
      startedYear
      graduationYear
      occupation
      employer
      languages
      contact
      country {
        code
      }
    }
  }
`);

const SetDirectoryVisibility = graphql(`
  mutation SetDirectoryVisibility($choices: [DirectoryChoiceInput!]!) @purpose(is: "none") {
    setDirectoryVisibility(choices: $choices) {
      ... on OwnAlumniRecord {
        facts {
          fact
          visibility
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const ConfirmFacts = graphql(`
  mutation ConfirmFacts($facts: [AlumniFact!]) @purpose(is: "none") {
    confirmAlumniFacts(facts: $facts) {
      ... on AlumniProfile {
        id
        lastConfirmedOn
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface AlumniFactListProps {
  readonly record: FragmentType<typeof AlumniFactListRecord>;
  readonly onChanged: () => void;
}

/** Each fact with who sees it and when the person last said that it is right. */
export function AlumniFactList({ record, onChanged }: AlumniFactListProps) {
  const { i18n, t } = useLingui();
  const { entry, facts, organization } = readFragment(AlumniFactListRecord, record);
  const [show, showing] = useAction(SetDirectoryVisibility);
  const [confirm, confirming] = useAction(ConfirmFacts);
  const today = dayIn(organization?.timeZone);
  const field = entry.fieldCode == null ? undefined : fieldTerms[entry.fieldCode];
  const values: Readonly<Record<AlumniFact, string | null | undefined>> = {
    NAME: entry.name,
    UNIVERSITY: entry.university,
    COUNTRY: entry.country && formatCountry(entry.country.code),
    CITY: entry.city,
    DEGREE: entry.level && i18n._(levelTerms[entry.level]),
    FIELD: field === undefined ? entry.fieldCode : i18n._(field),
    YEARS: `${entry.startedYear ?? ''}–${entry.graduationYear ?? ''}`,
    OCCUPATION: entry.occupation,
    EMPLOYER: entry.employer,
    LANGUAGES: entry.languages
      ?.map((code) => {
        const term = spokenLanguageTerms[code];
        return term === undefined ? code : i18n._(term);
      })
      .join(', '),
    CONTACT: entry.contact,
  };
  const choose = async (fact: AlumniFact, visibility: DirectoryVisibility) => {
    if ((await show({ choices: [{ fact, visibility }] })) !== null) onChanged();
  };
  const confirmed = async (chosen: AlumniFact[] | null) => {
    if ((await confirm({ facts: chosen })) !== null) onChanged();
  };
  return (
    <div className="grid gap-4">
      <p className="text-soft">{organization?.name}</p>
      <ProblemSummary state={showing} />
      <ProblemSummary state={confirming} />
      <ul className="grid gap-3">
        {facts.map(({ fact, visibility, confirmedOn }) => {
          const name = i18n._(factTerms[fact]);
          const day = confirmedOn == null ? null : formatDay(confirmedOn);
          return (
            <li
              key={fact}
              className="grid gap-3 rounded-xl border border-line bg-raised p-4 sm:grid-cols-[1fr_16rem] sm:items-end"
            >
              <div className="grid gap-1">
                <span className="text-soft">{name}</span>
                <span className="font-semibold break-words">{values[fact] ?? <Trans>yazılmayıb</Trans>}</span>
                <span className="flex flex-wrap items-center gap-2 text-sm text-soft">
                  {day === null ? <Trans>təsdiqlənməyib</Trans> : <Trans>təsdiqlənib: {day}</Trans>}
                  {confirmedOn !== today && values[fact] != null && (
                    <Button
                      variant="quiet"
                      aria-label={t`Doğrudur: ${name}`}
                      isPending={confirming.running}
                      onPress={() => void confirmed([fact])}
                    >
                      <Trans>Doğrudur</Trans>
                    </Button>
                  )}
                </span>
              </div>
              <Select
                label={t`Kim görür: ${name}`}
                value={visibility}
                onChange={(chosen) => void choose(fact, chosen)}
                options={(['EVERYONE', 'MEMBERS', 'OFFICERS', 'HIDDEN'] as const).map((value) => ({
                  value,
                  text: i18n._(visibilityTerms[value]),
                }))}
              />
            </li>
          );
        })}
      </ul>
      <div>
        <Button variant="secondary" isPending={confirming.running} onPress={() => void confirmed(null)}>
          <Trans>Hamısı doğrudur</Trans>
        </Button>
      </div>
    </div>
  );
}
