import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatNumber } from '../../../language/format.js';

const MentorTable_mentor = graphql(`
  fragment MentorTable_mentor on ListedVolunteer {
    volunteer {
      id
      name
      alumniProfile {
        id
        university
        studyCountry {
          code
        }
        mentor {
          id
          activeMentorships
          capacity
          paused
        }
      }
    }
  }
`);

/** Mentors with a free place. Whoever is listed sees that in their log. */
export function MentorTable(props: { mentors: readonly FragmentType<typeof MentorTable_mentor>[] }) {
  const { t } = useLingui();
  const people = readFragment(MentorTable_mentor, props.mentors).flatMap(({ volunteer }) => volunteer ?? []);
  return (
    <>
      <DataTable
        caption={t`Mentorlar`}
        rows={people}
        keyOf={({ id }) => id}
        columns={[
          { key: 'name', title: t`Ad`, cell: ({ name }) => name ?? t`adı paylaşılmayıb` },
          { key: 'university', title: t`Universitet`, cell: ({ alumniProfile }) => alumniProfile?.university ?? '–' },
          {
            key: 'country',
            title: t`Ölkə`,
            cell: ({ alumniProfile }) =>
              alumniProfile?.studyCountry == null ? '–' : formatCountry(alumniProfile.studyCountry.code),
          },
          {
            key: 'places',
            title: t`Tutulan yer`,
            isNumber: true,
            cell: ({ alumniProfile }) => {
              const mentor = alumniProfile?.mentor;
              if (mentor == null) return '–';
              return `${formatNumber(mentor.activeMentorships)} / ${formatNumber(mentor.capacity)}`;
            },
          },
          {
            key: 'state',
            title: t`Vəziyyət`,
            cell: ({ alumniProfile }) =>
              alumniProfile?.mentor?.paused ? <Tag>{t`fasilədə`}</Tag> : <Tag tone="success">{t`qəbul edir`}</Tag>,
          },
        ]}
      />
      <p className="text-sm text-soft">
        <Trans>Siyahıda olan hər kəs ona baxdığınızı öz jurnalında görür.</Trans>
      </p>
    </>
  );
}
