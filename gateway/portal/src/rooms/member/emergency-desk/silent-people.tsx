import { Trans, useLingui } from '@lingui/react/macro';
import { saveFile } from '../../../data/save-file.js';
import { Button } from '../../../design/base/button.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { csvText } from '../csv-text.js';

const SilentPeople_person = graphql(`
  fragment SilentPeople_person on ListedVolunteer {
    volunteer {
      id
      name
      contact {
        phone
        email
      }
    }
  }
`);

/** Those whom an emergency concerns and who said nothing, to be called. */
export function SilentPeople(props: { people: readonly FragmentType<typeof SilentPeople_person>[] }) {
  const { t } = useLingui();
  const people = readFragment(SilentPeople_person, props.people).flatMap(({ volunteer }) => volunteer ?? []);
  const contactOf = (contact: (typeof people)[number]['contact']) => contact?.phone ?? contact?.email ?? null;
  const save = () =>
    saveFile(
      'birlik.csv',
      'text/csv',
      csvText([[t`Ad`, t`Əlaqə`], ...people.map(({ name, contact }) => [name ?? '', contactOf(contact) ?? ''])]),
    );
  return (
    <div className="grid gap-4">
      <p className="max-w-2xl text-soft">
        <Trans>
          Ad və əlaqə yalnız iki əməkdaşın açdığı fövqəladə hal əsası ilə görünür; baxdığınız hər kəs bunu öz jurnalında
          görür.
        </Trans>
      </p>
      <div className="no-print flex flex-wrap gap-3">
        <Button variant="secondary" onPress={save}>
          <Trans>CSV endir</Trans>
        </Button>
        <Button variant="secondary" onPress={() => print()}>
          <Trans>Çap et</Trans>
        </Button>
      </div>
      <DataTable
        caption={t`Səssiz qalanlar`}
        rows={people}
        keyOf={({ id }) => id}
        columns={[
          { key: 'name', title: <Trans>Ad</Trans>, cell: ({ name }) => name ?? <Trans>Adı açıq deyil</Trans> },
          { key: 'contact', title: <Trans>Əlaqə</Trans>, cell: ({ contact }) => contactOf(contact) ?? '–' },
        ]}
      />
    </div>
  );
}
