import { Trans } from '@lingui/react/macro';
import type { ViewEntry } from './data-view.js';

/** Who looked, as the person knows them. Another person is said by what they are to the reader, never by name. */
export function ViewerName({ entry }: { entry: ViewEntry }) {
  const organization = entry.organization?.name;
  const previewed = entry.previewedOrganization?.name;
  if (entry.bySelf) return previewed == null ? <Trans>Siz özünüz</Trans> : <Trans>Siz özünüz, {previewed} kimi</Trans>;
  if (organization != null) return organization;
  if (entry.basis === 'GUARDIAN') return <Trans>Valideyniniz və ya qəyyumunuz</Trans>;
  if (entry.relation === 'MENTORSHIP') return <Trans>Mentorunuz və ya mentoru olduğunuz şəxs</Trans>;
  if (entry.relation === 'COLLEAGUE') return <Trans>Sizinlə eyni orqanda olan və ya orqana nəzarət edən şəxs</Trans>;
  return <Trans>Başqa şəxs</Trans>;
}
