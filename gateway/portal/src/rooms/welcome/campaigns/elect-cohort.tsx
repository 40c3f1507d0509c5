import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import { formatNumber } from '../../../language/format.js';

const ElectCohortAction = graphql(`
  mutation ElectCohort($input: ElectCohortInput!) @purpose(is: "none") {
    electCohort(input: $input) {
      ... on Cohort {
        size
        unranked
        campaign {
          id
          status
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface ElectCohortProps {
  readonly campaignId: string;
  /** How many are elected at most. */
  readonly seats: number;
  readonly onElected: () => void;
}

/** Elects the cohort, which is final, so that it is asked first. */
export function ElectCohort({ campaignId, seats, onElected }: ElectCohortProps) {
  const [isOpen, setOpen] = useState(false);
  const [elect, state, clear] = useAction(ElectCohortAction);
  const places = formatNumber(seats);
  const close = () => {
    clear();
    setOpen(false);
  };
  const decide = async () => {
    const done = await elect({ input: { campaignId } });
    if (done === null) return;
    close();
    onElected();
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Trans>Könüllüləri seç</Trans>
      </Button>
      <Dialog title={<Trans>Seçimi bitirək?</Trans>} isOpen={isOpen} onClose={close}>
        <ProblemSummary state={state} />
        <p>
          <Trans>
            Şərtlərə uyğun olanlardan orta balı ən yüksək olan ən çoxu {places} nəfər seçilir. Balı tam olmayanlar
            nəzərə alınmır. Bu qərarı geri götürmək olmur.
          </Trans>
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="danger" isPending={state.running} onPress={() => void decide()}>
            <Trans>Seç və bitir</Trans>
          </Button>
          <Button variant="secondary" onPress={close}>
            <Trans>Hələ yox</Trans>
          </Button>
        </div>
      </Dialog>
    </>
  );
}
