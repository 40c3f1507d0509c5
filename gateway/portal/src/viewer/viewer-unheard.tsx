import { Trans } from '@lingui/react/macro';
import { Unreachable } from '../design/states/unreachable.js';

/** In place of what depends on who looks, while the office can't say who that is. */
export function ViewerUnheard({ onRetry }: { onRetry: () => void }) {
  return (
    <div className="grid gap-4">
      <h1>
        <Trans>Kim olduğunuz hazırda bilinmir</Trans>
      </h1>
      <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={onRetry} />
    </div>
  );
}
