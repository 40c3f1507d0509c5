import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Tag } from '../../../design/base/tag.js';
import { graphql } from '../../../generated/gql.js';
import type { TieOfPersonFragment } from '../../../generated/graphql.js';
import { formatDay } from '../../../language/format.js';
import { tieRoleTerms, tieStatusTerms } from '../privacy-terms.js';
import { CorrectionForm } from './correction-form.js';

export const TieOfPerson = graphql(`
  fragment TieOfPerson on Affiliation {
    id
    role
    status
    since
    until
    organization {
      id
      name
    }
  }
`);

/** A tie with an organisation, and the way to have a fact corrected there. */
export function TieItem({ tie, onAsked }: { tie: TieOfPersonFragment; onAsked: () => void }) {
  const { t, i18n } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const { organization, role, status, since, until } = tie;
  const begin = formatDay(since);
  const end = until == null ? null : formatDay(until);
  return (
    <li className="grid gap-3 py-3">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h3>{organization?.name ?? <Trans>Birlikdən çıxmış təşkilat</Trans>}</h3>
          <p className="flex flex-wrap items-center gap-2 text-soft">
            {i18n._(tieRoleTerms[role])} · {end === null ? <Trans>{begin} tarixindən</Trans> : `${begin} – ${end}`}
            {status !== 'ACTIVE' && <Tag>{i18n._(tieStatusTerms[status])}</Tag>}
          </p>
        </div>
        {organization != null && !isAsking && (
          <Button
            variant="secondary"
            aria-label={[t`Düzəliş istə`, organization.name].join(': ')}
            onPress={() => setAsking(true)}
          >
            <Trans>Düzəliş istə</Trans>
          </Button>
        )}
      </div>
      {organization != null && isAsking && (
        <CorrectionForm
          organizationId={organization.id}
          onAsked={() => {
            setAsking(false);
            onAsked();
          }}
          onLeave={() => setAsking(false)}
        />
      )}
    </li>
  );
}
