import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import type { OfferedRecordFragment } from '../../../generated/graphql.js';
import { formatMoment } from '../../../language/format.js';

export const OfferedRecord = graphql(`
  fragment OfferedRecord on RecordOffer {
    id
    offeredAt
    organization {
      id
      name
    }
  }
`);

const AnswerRecordOffer = graphql(`
  mutation AnswerRecordOffer($id: ID!, $isMine: Boolean!) @purpose(is: "none") {
    answerRecordOffer(id: $id, isMine: $isMine) {
      ... on RecordOffer {
        id
        isMine
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface OfferedRecordsProps {
  readonly offers: readonly OfferedRecordFragment[];
  readonly onAnswered: (isMine: boolean) => void;
}

/** Records that came with the person's address: each is theirs by their yes alone. */
export function OfferedRecords({ offers, onAnswered }: OfferedRecordsProps) {
  const { t } = useLingui();
  const [answer, state] = useAction(AnswerRecordOffer);
  if (offers.length === 0) return null;
  const say = async (id: string, isMine: boolean) => {
    if ((await answer({ id, isMine })) !== null) onAnswered(isMine);
  };
  return (
    <section className="grid max-w-3xl gap-3">
      <h2>
        <Trans>Bu qeydlər sizindirmi?</Trans>
      </h2>
      <p className="text-soft">
        <Trans>
          Bu təşkilatların qeydində sizin ünvanınız var, adınız və doğum gününüz də uyğun gəlir. Siz cavab verənə qədər
          təşkilat heç nə öyrənmir.
        </Trans>
      </p>
      <ProblemSummary state={state} />
      <ul className="divide-y divide-line">
        {offers.map(({ id, offeredAt, organization }) => {
          const name = organization?.name ?? t`Birlikdən çıxmış təşkilat`;
          return (
            <li key={id} className="grid gap-2 py-3">
              <h3>{name}</h3>
              <p className="text-soft">{formatMoment(offeredAt, { time: true })}</p>
              <div className="flex flex-wrap gap-3">
                <Button
                  aria-label={[t`Bəli, mənimdir`, name].join(': ')}
                  isPending={state.running}
                  onPress={() => void say(id, true)}
                >
                  <Trans>Bəli, mənimdir</Trans>
                </Button>
                <Button
                  variant="secondary"
                  aria-label={[t`Xeyr, mənim deyil`, name].join(': ')}
                  isPending={state.running}
                  onPress={() => void say(id, false)}
                >
                  <Trans>Xeyr, mənim deyil</Trans>
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
