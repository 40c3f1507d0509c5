import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { graphql } from '../../../generated/gql.js';
import { officerName } from './desk-terms.js';

const AssignCheckIns = graphql(`
  mutation AssignCheckIns($input: CheckInsInput!, $officer: String) @purpose(is: "none") {
    assignCheckIns(input: $input, officer: $officer) {
      ... on CheckInsChanged {
        changed
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const AnswerCheckIns = graphql(`
  mutation AnswerCheckIns($input: CheckInsInput!) @purpose(is: "none") {
    answerCheckIns(input: $input) {
      ... on CheckInsChanged {
        changed
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const SeatCheckIns = graphql(`
  mutation SeatCheckIns($input: CheckInsInput!, $list: ID) @purpose(is: "none") {
    seatCheckIns(input: $input, transportListId: $list) {
      ... on CheckInsChanged {
        changed
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface CheckInActionsProps {
  readonly chosen: readonly string[];
  readonly officers: readonly string[];
  readonly lists: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => void;
}

/** What can be done with the check-ins that are chosen. It stays in sight at the lower edge. */
export function CheckInActions({ chosen, officers, lists, onDone }: CheckInActionsProps) {
  const { t } = useLingui();
  const [assign, assigning] = useAction(AssignCheckIns);
  const [answer, answering] = useAction(AnswerCheckIns);
  const [seat, seating] = useAction(SeatCheckIns);
  const [officer, setOfficer] = useState('');
  const [list, setList] = useState('');
  const input = { checkInIds: [...chosen] };
  const finish = (done: object | null) => {
    if (done !== null) onDone();
  };
  const giveTo = async () => finish(await assign({ input, officer: officer === '' ? null : officer }));
  return (
    <section
      aria-labelledby="chosen-check-ins"
      className="no-print sticky bottom-0 z-10 grid gap-3 rounded-t-xl border border-line bg-raised p-3 shadow-lg"
    >
      <p id="chosen-check-ins" role="status" className="font-semibold">
        <Plural value={chosen.length} one="# xəbər seçilib" other="# xəbər seçilib" />
      </p>
      {[assigning, answering, seating].map((state, index) => (
        <ProblemSummary key={index} state={state} />
      ))}
      <div className="flex flex-wrap items-end gap-3">
        <Button isPending={answering.running} onPress={() => void answer({ input }).then(finish)}>
          <Trans>Cavab verildi</Trans>
        </Button>
        <Select
          label={<Trans>Kimə verilsin</Trans>}
          value={officer}
          onChange={setOfficer}
          options={[
            { value: '', text: t`Mənə` },
            ...officers.map((name) => ({ value: name, text: officerName(name) })),
          ]}
        />
        <Button variant="secondary" isPending={assigning.running} onPress={() => void giveTo()}>
          <Trans>Ver</Trans>
        </Button>
        {lists.length > 0 && (
          <>
            <Select
              label={<Trans>Siyahıya</Trans>}
              value={list}
              onChange={setList}
              options={[
                { value: '', text: t`Siyahıdan çıxar` },
                ...lists.map(({ id, name }) => ({ value: id, text: name })),
              ]}
            />
            <Button
              variant="secondary"
              isPending={seating.running}
              onPress={() => void seat({ input, list: list === '' ? null : list }).then(finish)}
            >
              <Trans>Yer ver</Trans>
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
