import { Trans, useLingui } from '@lingui/react/macro';
import { formatList } from '../../../language/format.js';
import { organizationKindTerms } from '../../../language/terms.js';
import type { CardAudience } from './search-card.js';

/** Who finds a card, in words. */
export function AudienceNames({ audience }: { audience: CardAudience }) {
  const { i18n } = useLingui();
  if (audience.everybody) return <Trans>bütün akkreditə olunmuş üzvlər</Trans>;
  return formatList([
    ...audience.kinds.map((kind) => i18n._(organizationKindTerms[kind])),
    ...audience.organizations.flatMap(({ name }) => name ?? []),
  ]);
}
