import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';
import { ownerTerm } from '../../../language/terms.js';
import { type KeptHead, readKeptHead } from './signed-head.js';

const Heads = graphql(`
  fragment KeptHeads_query on Query {
    logHeadsAtAlumni(first: 1)
    logHeadsAtAsanSchool(first: 1)
    logHeadsAtCenter(first: 1)
    logHeadsAtCreative(first: 1)
    logHeadsAtUnion(first: 1)
    logHeadsAtUniversity(first: 1)
  }
`);

interface MemberHead {
  readonly member: string;
  /** Null when the member does not answer or keeps none. */
  readonly head: KeptHead | null;
  readonly isDown: boolean;
}

/** The newest head that each member keeps and signed against. */
export function KeptHeads(props: { query: FragmentType<typeof Heads> }) {
  const { t, i18n } = useLingui();
  const heads = readFragment(Heads, props.query);
  const rows: readonly MemberHead[] = [
    memberHead('university', heads.logHeadsAtUniversity),
    memberHead('asan-school', heads.logHeadsAtAsanSchool),
    memberHead('union', heads.logHeadsAtUnion),
    memberHead('alumni', heads.logHeadsAtAlumni),
    memberHead('creative', heads.logHeadsAtCreative),
    memberHead('center', heads.logHeadsAtCenter),
  ];
  return (
    <DataTable
      caption={t`Üzvlərdə saxlanılan başlıqlar`}
      rows={rows}
      keyOf={({ member }) => member}
      columns={[
        {
          key: 'member',
          title: t`Üzv`,
          cell: ({ member }) => {
            const term = ownerTerm(member);
            return term === null ? member : i18n._(term);
          },
        },
        { key: 'size', title: t`Sətirlər`, isNumber: true, cell: ({ head }) => (head ? formatNumber(head.size) : '–') },
        {
          key: 'kept',
          title: t`Saxlanılıb`,
          cell: ({ head }) => (head ? formatMoment(head.keptAt, { time: true }) : '–'),
        },
        { key: 'state', title: t`Vəziyyəti`, cell: (row) => <HeadState {...row} /> },
      ]}
    />
  );
}

function memberHead(member: string, lines: readonly string[] | null): MemberHead {
  return { member, head: lines?.[0] === undefined ? null : readKeptHead(lines[0]), isDown: lines === null };
}

function HeadState({ head, isDown }: MemberHead) {
  if (isDown)
    return (
      <Tag tone="warning">
        <Trans>cavab vermir</Trans>
      </Tag>
    );
  if (head === null)
    return (
      <Tag>
        <Trans>hələ saxlamır</Trans>
      </Tag>
    );
  if (!head.isConsistent)
    return (
      <Tag tone="danger">
        <Trans>əvvəlkilərlə uyğun gəlmir</Trans>
      </Tag>
    );
  return head.isCountersigned ? (
    <Tag tone="success">
      <Trans>uyğundur, üzv imzalayıb</Trans>
    </Tag>
  ) : (
    <Tag>
      <Trans>uyğundur, imza yoxdur</Trans>
    </Tag>
  );
}
