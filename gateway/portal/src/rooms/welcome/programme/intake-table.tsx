import { Trans, useLingui } from '@lingui/react/macro';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatNumber } from '../../../language/format.js';
import { releasedText } from '../figures/released-count.js';

const IntakeTable_intake = graphql(`
  fragment IntakeTable_intake on Intake {
    id
    startsOn
    endsOn
    weeks
    participantSummary {
      people
      completed
    }
  }
`);

/** The intakes of the first stage, newest first, with how many took part and completed it. */
export function IntakeTable(props: { intakes: readonly FragmentType<typeof IntakeTable_intake>[] }) {
  const { t } = useLingui();
  const intakes = readFragment(IntakeTable_intake, props.intakes);
  return (
    <>
      <DataTable
        caption={t`Master 1 qəbulları`}
        rows={intakes}
        keyOf={({ id }) => id}
        columns={[
          { key: 'from', title: t`Başlayır`, cell: ({ startsOn }) => formatDay(startsOn) },
          { key: 'to', title: t`Bitir`, cell: ({ endsOn }) => formatDay(endsOn) },
          { key: 'weeks', title: t`Həftə`, isNumber: true, cell: ({ weeks }) => formatNumber(weeks) },
          {
            key: 'people',
            title: t`İştirakçı`,
            isNumber: true,
            cell: ({ participantSummary }) => releasedText(participantSummary?.people) ?? '–',
          },
          {
            key: 'completed',
            title: t`Bitirən`,
            isNumber: true,
            cell: ({ participantSummary }) => releasedText(participantSummary?.completed) ?? '–',
          },
        ]}
      />
      <p className="text-sm text-soft">
        <Trans>Saylar yuvarlaqlaşdırılıb. “–”: say azdır, ya da hələ bilinmir.</Trans>
      </p>
    </>
  );
}
