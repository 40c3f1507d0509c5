import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { useKnown } from '../../../data/known.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { Empty } from '../../../design/states/empty.js';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';

const OwnContingents = graphql(`
  query OwnContingents @purpose(is: "none") {
    contingents(first: 100) {
      nodes {
        id
        name
        organization {
          id
        }
        target {
          id
          name
        }
      }
    }
  }
`);

const NominateVolunteer = graphql(`
  mutation NominateVolunteer($input: NominateVolunteerInput!) @purpose(is: "none") {
    nominateVolunteer(input: $input) {
      ... on Nomination {
        id
        nominatedAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface NominateStudentProps {
  /** The student’s id. */
  readonly person: string;
  /** The university for which the officer acts. */
  readonly organization: string;
}

/** Proposes a student for one of the university's contingents. */
export function NominateStudent({ person, organization }: NominateStudentProps) {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const [nominate, state, clear] = useAction(NominateVolunteer);
  const { data } = useKnown(OwnContingents, isOpen ? {} : null);
  const contingents = (data?.contingents?.nodes ?? []).filter((one) => one.organization?.id === organization);
  const contingentId = chosen ?? contingents[0]?.id;
  const open = () => {
    clear();
    setDone(false);
    setOpen(true);
  };
  const submit = async () => {
    if (contingentId === undefined) return;
    setDone((await nominate({ input: { volunteerId: person, contingentId } })) !== null);
  };
  return (
    <>
      <Button variant="secondary" onPress={open}>
        <Trans>Kontingentə namizəd göstər</Trans>
      </Button>
      <Dialog title={<Trans>Namizəd göstərin</Trans>} isOpen={isOpen} onClose={() => setOpen(false)}>
        {isDone ? (
          <>
            <Notice tone="success" role="status" title={<Trans>Namizəd göstərildi.</Trans>} />
            <div>
              <Button onPress={() => setOpen(false)}>
                <Trans>Bağla</Trans>
              </Button>
            </div>
          </>
        ) : contingentId === undefined ? (
          <Empty>
            <Trans>Universitetinizin kontingenti hələ yoxdur.</Trans>
          </Empty>
        ) : (
          <Form submit={<Trans>Namizəd göstər</Trans>} state={state} onSubmit={() => void submit()}>
            <Select
              label={<Trans>Kontingent</Trans>}
              value={contingentId}
              onChange={setChosen}
              options={contingents.map(({ id, name, target }) => ({
                value: id,
                text: target == null ? name : `${name} → ${target.name ?? ''}`,
              }))}
            />
          </Form>
        )}
      </Dialog>
    </>
  );
}
