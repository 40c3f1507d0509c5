import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { saveFile } from '../../../data/save-file.js';
import { Button } from '../../../design/base/button.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { CheckInTable_CheckInFragment } from '../../../generated/graphql.js';
import { formatMoment } from '../../../language/format.js';
import { csvText } from '../csv-text.js';
import { CheckInActions } from './check-in-actions.js';
import { officerName, stateTerms } from './desk-terms.js';

const CheckInTable_checkIn = graphql(`
  fragment CheckInTable_checkIn on CheckIn {
    id
    state
    name
    contact
    place
    changedAt
    assignedTo
    escalations
    answeredAt
    answeredBy
    person {
      volunteer {
        id
        name
        contact {
          phone
          email
        }
      }
    }
  }
`);

interface CheckInTableProps {
  readonly checkIns: readonly FragmentType<typeof CheckInTable_checkIn>[];
  readonly officers: readonly string[];
  readonly lists: readonly { readonly id: string; readonly name: string }[];
  readonly onChanged: () => void;
}

const nameOf = ({ name, person }: CheckInTable_CheckInFragment) => name ?? person?.volunteer?.name ?? null;
const contactOf = ({ contact, person }: CheckInTable_CheckInFragment) =>
  contact ?? person?.volunteer?.contact?.phone ?? person?.volunteer?.contact?.email ?? null;

/** What people said, to be given to somebody, answered or seated, one or many at once, or kept as a file or on paper. */
export function CheckInTable({ officers, lists, onChanged, ...props }: CheckInTableProps) {
  const { i18n, t } = useLingui();
  const checkIns = readFragment(CheckInTable_checkIn, props.checkIns);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const wanted = checkIns.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  const toggle = (id: string, isWanted: boolean) =>
    setChosen(isWanted ? [...chosen, id] : chosen.filter((one) => one !== id));
  const save = () => {
    const head = [t`Ad`, t`Vəziyyət`, t`Əlaqə`, t`Yer`, t`Vaxt`];
    const rows = checkIns.map((one) => [
      nameOf(one) ?? '',
      i18n._(stateTerms[one.state]),
      contactOf(one) ?? '',
      one.place ?? '',
      formatMoment(one.changedAt, { time: true }),
    ]);
    saveFile('birlik.csv', 'text/csv', csvText([head, ...rows]));
  };
  return (
    <div className="grid gap-4">
      <div className="no-print flex flex-wrap gap-3">
        <Button variant="secondary" onPress={save}>
          <Trans>CSV endir</Trans>
        </Button>
        <Button variant="secondary" onPress={() => print()}>
          <Trans>Çap et</Trans>
        </Button>
        <Button variant="quiet" onPress={() => setChosen(wanted.length > 0 ? [] : checkIns.map(({ id }) => id))}>
          {wanted.length > 0 ? <Trans>Seçimi ləğv et</Trans> : <Trans>Hamısını seç</Trans>}
        </Button>
      </div>
      <DataTable
        caption={t`Xəbər verənlər`}
        rows={checkIns}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: <Trans>Ad</Trans>,
            cell: (one) => (
              <Checkbox isSelected={chosen.includes(one.id)} onChange={(isWanted) => toggle(one.id, isWanted)}>
                {nameOf(one) ?? <Trans>Adı açıq deyil</Trans>}
              </Checkbox>
            ),
          },
          {
            key: 'state',
            title: <Trans>Vəziyyət</Trans>,
            cell: ({ state }) => (
              <span className={state === 'NEED_HELP' ? 'font-semibold text-danger' : ''}>
                {i18n._(stateTerms[state])}
              </span>
            ),
          },
          { key: 'contact', title: <Trans>Əlaqə</Trans>, cell: (one) => contactOf(one) ?? '–' },
          { key: 'place', title: <Trans>Yer</Trans>, cell: ({ place }) => place ?? '–' },
          { key: 'time', title: <Trans>Vaxt</Trans>, cell: ({ changedAt }) => formatMoment(changedAt, { time: true }) },
          {
            key: 'who',
            title: <Trans>Kimdədir</Trans>,
            cell: ({ assignedTo, escalations, answeredBy }) => (
              <span>
                {assignedTo == null ? '–' : officerName(assignedTo)}
                {escalations > 0 && (
                  <span className="block text-sm text-danger">
                    <Plural value={escalations} one="# dəfə növbətiyə keçib" other="# dəfə növbətiyə keçib" />
                  </span>
                )}
                {answeredBy != null && (
                  <span className="block text-sm text-soft">
                    <AnsweredBy name={officerName(answeredBy)} />
                  </span>
                )}
              </span>
            ),
          },
        ]}
      />
      {wanted.length > 0 && (
        <CheckInActions
          chosen={wanted}
          officers={officers}
          lists={lists}
          onDone={() => {
            setChosen([]);
            onChanged();
          }}
        />
      )}
    </div>
  );
}

function AnsweredBy({ name: answeredBy }: { name: string }) {
  return <Trans>cavab verib: {answeredBy}</Trans>;
}
