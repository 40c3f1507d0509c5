import { Trans } from '@lingui/react/macro';
import { forgetAnswers } from '../../../data/client.js';
import { statedPurpose } from '../../../data/purpose.js';
import { Check } from '../../../design/base/icons.js';
import { Empty } from '../../../design/states/empty.js';
import { Failed } from '../../../design/states/failed.js';
import { Loading } from '../../../design/states/loading.js';
import { useStatedPurpose, useVisitPurposes } from './visit-purposes.js';

/** Asks what the visit is for: one of the purposes that the officer may state, with what each allows. */
export function PurposeChoice({ onChosen }: { onChosen?: () => void }) {
  const { choices, hasFailed } = useVisitPurposes();
  const current = useStatedPurpose();
  if (hasFailed) return <Failed error={undefined} requestId="" onRetry={forgetAnswers} />;
  if (choices === null) return <Loading />;
  if (choices.length === 0)
    return (
      <Empty>
        <Trans>Rolunuzla insanlar haqqında məlumata baxmaq olmur.</Trans>
      </Empty>
    );
  const choose = (code: string) => {
    if (code !== current) {
      statedPurpose.state(code);
      forgetAnswers();
    }
    onChosen?.();
  };
  return (
    <ul className="grid max-w-2xl gap-2">
      {choices.map(({ code, name, legalText }) => (
        <li key={code}>
          <button
            type="button"
            aria-pressed={code === current}
            onClick={() => choose(code)}
            className="flex min-h-target w-full cursor-pointer items-center gap-3 rounded-lg border border-line-strong bg-raised px-4 py-2 text-left hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft"
          >
            <span className="grid grow">
              <span className="font-semibold">{name}</span>
              <span className="text-sm text-soft">{legalText}</span>
            </span>
            {code === current && <Check />}
          </button>
        </li>
      ))}
    </ul>
  );
}
