import { useLingui as useCatalogue } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { saveFile } from '../../../data/save-file.js';
import { Button } from '../../../design/base/button.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { csvText } from '../csv-text.js';
import { guestAnswerTerms, guestPlaceTerms } from './event-status-terms.js';

const GuestList_guest = graphql(`
  fragment GuestList_guest on EventGuest {
    id
    answer
    place
    attended
    person {
      volunteer {
        id
        name
      }
    }
  }
`);

const RecordAttendance = graphql(`
  mutation RecordAttendance($eventId: ID!, $present: [ID!]!, $among: [ID!]!) @purpose(is: "none") {
    recordEventAttendance(eventId: $eventId, present: $present, among: $among) {
      ... on EventAttendance {
        noted
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface GuestListProps {
  readonly event: string;
  readonly guests: readonly FragmentType<typeof GuestList_guest>[];
  readonly onSaved: () => void;
}

/** Who answered an event: who comes, who waits, and afterwards who was there. */
export function GuestList({ event, onSaved, ...props }: GuestListProps) {
  const { i18n } = useCatalogue();
  const { t } = useLingui();
  const guests = readFragment(GuestList_guest, props.guests);
  // What the officer marked here; else it stands as it was noted.
  const [marks, setMarks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const wasThere = ({ id, attended }: (typeof guests)[number]) => marks.get(id) ?? attended === true;
  const [isSaved, setSaved] = useState(false);
  const [record, state] = useAction(RecordAttendance);
  const nameOf = ({ person }: (typeof guests)[number]) => person?.volunteer?.name ?? t`Adı açıq deyil`;
  const placeOf = ({ place }: (typeof guests)[number]) => (place === null ? '–' : i18n._(guestPlaceTerms[place]));
  const mark = (id: string, isThere: boolean) => {
    setSaved(false);
    setMarks(new Map([...marks, [id, isThere]]));
  };
  const save = async () => {
    setSaved(false);
    const among = guests.map(({ id }) => id);
    const present = guests.filter(wasThere).map(({ id }) => id);
    if ((await record({ eventId: event, present, among })) === null) return;
    setSaved(true);
    onSaved();
  };
  const download = () =>
    saveFile(
      'birlik.csv',
      'text/csv',
      csvText([
        [t`Ad`, t`Cavab`, t`Yer`, t`Gəlib`],
        ...guests.map((guest) => [
          nameOf(guest),
          i18n._(guestAnswerTerms[guest.answer]),
          placeOf(guest),
          wasThere(guest) ? t`Bəli` : t`Xeyr`,
        ]),
      ]),
    );
  return (
    <div className="grid gap-4">
      <ProblemSummary state={state} />
      {isSaved && <Notice tone="success" role="status" title={<Trans>Kimin gəldiyi yazıldı.</Trans>} />}
      <DataTable
        caption={t`Kim gəlir`}
        rows={guests}
        keyOf={({ id }) => id}
        columns={[
          { key: 'name', title: <Trans>Ad</Trans>, cell: nameOf },
          { key: 'answer', title: <Trans>Cavab</Trans>, cell: ({ answer }) => i18n._(guestAnswerTerms[answer]) },
          { key: 'place', title: <Trans>Yer</Trans>, cell: placeOf },
          {
            key: 'attended',
            title: <Trans>Gəlib</Trans>,
            cell: (guest) => (
              <Checkbox isSelected={wasThere(guest)} onChange={(isThere) => mark(guest.id, isThere)}>
                <Trans>Gəlib</Trans> <span className="sr-only">{nameOf(guest)}</span>
              </Checkbox>
            ),
          },
        ]}
      />
      <div className="no-print flex flex-wrap gap-3">
        <Button isPending={state.running} onPress={() => void save()}>
          <Trans>Kimin gəldiyini yaz</Trans>
        </Button>
        <Button variant="secondary" onPress={download}>
          <Trans>CSV endir</Trans>
        </Button>
      </div>
    </div>
  );
}
