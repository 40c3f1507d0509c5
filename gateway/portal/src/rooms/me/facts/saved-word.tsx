import { Trans } from '@lingui/react/macro';
import { Check } from '../../../design/base/icons.js';

/** Says that what was written is kept; the place is there before the word, so that screen readers hear it. */
export function SavedWord({ isSaved }: { isSaved: boolean }) {
  return (
    <span role="status" className="inline-flex items-center gap-2 font-semibold text-success">
      {isSaved && (
        <>
          <Check />
          <Trans>Yadda saxlandı</Trans>
        </>
      )}
    </span>
  );
}
