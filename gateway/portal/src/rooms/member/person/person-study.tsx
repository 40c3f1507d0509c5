import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { NominateStudent } from './nominate-student.js';
import { enrolmentTerms, studyLevelTerms } from './person-terms.js';

const PersonStudy_enrolment = graphql(`
  fragment PersonStudy_enrolment on Enrolment {
    id
    level
    status
    startYear
    organization {
      id
      name
    }
    programme {
      id
      name
    }
  }
`);

interface PersonStudyProps {
  readonly enrolments: readonly FragmentType<typeof PersonStudy_enrolment>[];
  /** The person’s id. */
  readonly person: string;
  /** For whom the officer acts: a university nominates its own students. */
  readonly organization: string;
}

/** What somebody studies and studied. */
export function PersonStudy({ enrolments, person, organization: own }: PersonStudyProps) {
  const { i18n } = useLingui();
  return (
    <ul className="grid gap-3">
      {readFragment(PersonStudy_enrolment, enrolments).map(
        ({ id, level, status, startYear, organization, programme }) => (
          <li key={id}>
            <p className="font-semibold">{programme?.name ?? i18n._(studyLevelTerms[level])}</p>
            <p>{organization?.name}</p>
            <p className="text-soft">
              {i18n._(studyLevelTerms[level])} · <Trans>başlayıb: {startYear}</Trans> · {i18n._(enrolmentTerms[status])}
            </p>
            {organization?.id === own && status === 'STUDYING' && (
              <NominateStudent person={person} organization={own} />
            )}
          </li>
        ),
      )}
    </ul>
  );
}
