import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../../data/action.js';
import { Button } from '../../../../design/base/button.js';
import { Field } from '../../../../design/form/field.js';
import { Form, ProblemSummary } from '../../../../design/form/form.js';
import { Notice } from '../../../../design/states/notice.js';
import { graphql } from '../../../../generated/gql.js';
import { formatNumber } from '../../../../language/format.js';

const DraftMatching = graphql(`
  mutation DraftMatching($roundId: ID!, $weights: MatchingWeightsInput!) @purpose(is: "mentoring") {
    draftMatching(roundId: $roundId, weights: $weights) {
      ... on MatchingDraft {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const CancelDraft = graphql(`
  mutation CancelMatchingDraft($id: ID!) @purpose(is: "mentoring") {
    cancelMatchingDraft(draftId: $id) {
      ... on MatchingDraft {
        id
        status
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface Weights {
  readonly goals: number;
  readonly fields: number;
  readonly languages: number;
  readonly country: number;
  readonly repeat: number;
}

const usual: Weights = { goals: 40, fields: 30, languages: 20, country: 10, repeat: 30 };

const isWeight = (text: string) => /^\d{1,3}$/.test(text) && Number(text) <= 100;

interface DraftFormProps {
  readonly roundId: string;
  /** Those of the last draft; null for the first. */
  readonly weights: Weights | null;
  readonly solving: { readonly id: string; readonly progress: number } | null;
  /** Why the last draft has no result. */
  readonly failure: string | null;
  readonly onChanged: () => void;
}

/** How much each criterion counts, and the draft that is made with it. */
export function DraftForm({ roundId, weights, solving, failure, onChanged }: DraftFormProps) {
  const [draft, state] = useAction(DraftMatching);
  const [cancel, cancelling] = useAction(CancelDraft);
  const [values, setValues] = useState(() =>
    Object.fromEntries(
      Object.entries(weights ?? usual)
        .filter(([key]) => key in usual)
        .map(([key, value]) => [key, String(value)]),
    ),
  );
  const fields = [
    ['goals', <Trans key="goals">Məqsədlər üst-üstə düşür</Trans>],
    ['fields', <Trans key="fields">Sahə eynidir</Trans>],
    ['languages', <Trans key="languages">Ortaq dillər</Trans>],
    ['country', <Trans key="country">Eyni ölkə, eyni saatlar</Trans>],
    ['repeat', <Trans key="repeat">Əvvəl cüt olublar və yenə istəyirlər</Trans>],
  ] as const;
  const isBad = fields.some(([key]) => !isWeight(values[key] ?? ''));
  const submit = async () => {
    if (isBad) return;
    const chosen = Object.fromEntries(fields.map(([key]) => [key, Number(values[key])])) as unknown as Weights;
    if ((await draft({ roundId, weights: chosen })) !== null) onChanged();
  };
  const percent = formatNumber(solving?.progress ?? 0);
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Meyarların çəkisi</Trans>
      </h2>
      <p className="max-w-2xl text-soft">
        <Trans>
          0-dan 100-ə qədər. Əvvəlcə cütlər mümkün qədər çox olur, sonra balların cəmi. Bal ehtimal deyil. Bağladığınız
          cütlər qalır.
        </Trans>
      </p>
      <Form submit={<Trans>Cütləri hesabla</Trans>} state={state} onSubmit={() => void submit()}>
        <div className="grid gap-4 sm:grid-cols-2">
          {fields.map(([key, label]) => (
            <Field
              key={key}
              name={key}
              label={label}
              value={values[key] ?? ''}
              onChange={(value) => setValues({ ...values, [key]: value })}
              inputMode="numeric"
              error={isWeight(values[key] ?? '') ? null : <Trans>0-dan 100-ə qədər ədəd yazın.</Trans>}
            />
          ))}
        </div>
      </Form>
      <div role="status" className="grid gap-3">
        {solving !== null && (
          <div className="grid justify-items-start gap-2">
            <label className="grid gap-1">
              <span>
                <Trans>Hesablanır: {percent} %</Trans>
              </span>
              <progress value={solving.progress} max={100} className="w-64" />
            </label>
            <ProblemSummary state={cancelling} />
            <Button
              variant="quiet"
              isPending={cancelling.running}
              onPress={() => void cancel({ id: solving.id }).then((done) => done !== null && onChanged())}
            >
              <Trans>Dayandır</Trans>
            </Button>
          </div>
        )}
        {failure !== null && <Notice tone="warning" title={failureText(failure)} />}
      </div>
    </section>
  );
}

/** Why the solver gave no pairs, for the coordinator to mend. */
function failureText(failure: string) {
  switch (failure) {
    case 'LOCKS_OVER_CAPACITY':
      return <Trans>Bir mentora yerindən çox nəfər bağlanıb. Bağlardan birini götürün.</Trans>;
    case 'LOCKS_OVER_QUOTA':
      return <Trans>Bağlanmış cütlər assosiasiyanın həddini aşır. Həddi artırın və ya bağlardan birini götürün.</Trans>;
    case 'TOO_LARGE':
      return <Trans>Raund vaxtında hesablanmadı. Yenidən cəhd edin.</Trans>;
    case 'NOT_SOLVED':
      return <Trans>Cütlər hesablana bilmədi. Bir az sonra yenidən cəhd edin.</Trans>;
    default:
      return <Trans>Bağladığınız və ayırdığınız cütlər bir-birinə ziddir. Qərarlara yenidən baxın.</Trans>;
  }
}
