import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../design/base/link.js';

/** An address that leads nowhere. */
export function PageNotFound() {
  return (
    <div className="grid justify-items-start gap-4">
      <h1>
        <Trans>Belə səhifə yoxdur</Trans>
      </h1>
      <p>
        <Trans>Ünvan səhv yazılıb, ya da səhifə köçürülüb.</Trans>
      </p>
      <ButtonLink to="/">
        <Trans>Əsas səhifəyə keç</Trans>
      </ButtonLink>
    </div>
  );
}
