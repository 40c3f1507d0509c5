import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { enrolmentTerms, levelTerms } from '../me-terms.js';

const StudyListEnrolment = graphql(`
  fragment StudyList_enrolment on Enrolment {
    id
    level
    startYear
    status
    programme {
      id
      name
      faculty {
        id
        name
      }
    }
    organization {
      id
      name
    }
  }
`);

/** What the person studies or studied at the member universities. */
export function StudyList(props: { enrolments: readonly FragmentType<typeof StudyListEnrolment>[] }) {
  const { i18n } = useLingui();
  const enrolments = readFragment(StudyListEnrolment, props.enrolments);
  return (
    <ul className="grid gap-4">
      {enrolments.map(({ id, level, startYear, status, programme, organization }) => {
        const year = String(startYear);
        return (
          <li key={id} className="grid gap-1">
            <h3>{programme?.name ?? <Trans>İxtisas ləğv olunub</Trans>}</h3>
            <p>{[organization?.name, programme?.faculty?.name].filter(Boolean).join(' · ')}</p>
            <p className="flex flex-wrap items-center gap-2 text-soft">
              <span>
                {i18n._(levelTerms[level])} · <Trans>başlayıb: {year}</Trans>
              </span>
              <Tag tone={status === 'LEFT' ? 'neutral' : 'success'}>{i18n._(enrolmentTerms[status])}</Tag>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
