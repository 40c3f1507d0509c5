import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import type { PermissionRequestFragment } from '../../../generated/graphql.js';
import { formatMoment } from '../../../language/format.js';
import { Mirror } from '../mirror/mirror.js';
import { CategoryNames } from '../places/category-names.js';

export const PermissionRequest = graphql(`
  fragment PermissionRequest on ConsentRequest {
    id
    state
    purpose
    categories
    reason
    askedAt
    lapsesAt
    wantedUntil
    organization {
      id
      name
    }
  }
`);

const AnswerPermissionRequest = graphql(`
  mutation AnswerPermissionRequest($id: ID!, $accept: Boolean!, $ward: ID) @purpose(is: "none") {
    answerConsentRequest(id: $id, accept: $accept, onBehalfOf: $ward) {
      __typename
      ... on ConsentRequest {
        id
        state
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface RequestCardProps {
  readonly request: PermissionRequestFragment;
  readonly purposeName: string;
  /** The minor for whom the reader decides; null for the reader’s own. */
  readonly ward: string | null;
  readonly onAnswered: (request: PermissionRequestFragment, accepted: boolean) => void;
}

/** An organisation’s request for permissions: who asks, why, what it would see, and a yes or a no. */
export function RequestCard({ request, purposeName, ward, onAnswered }: RequestCardProps) {
  const [answer, state] = useAction(AnswerPermissionRequest);
  const [isMirrorOpen, setMirrorOpen] = useState(false);
  const decide = async (accept: boolean) => {
    if ((await answer({ id: request.id, accept, ward })) !== null) onAnswered(request, accept);
  };
  const { organization, categories, purpose, reason } = request;
  return (
    <Card>
      <h3>{organization?.name ?? <Trans>Birlikdən çıxmış təşkilat</Trans>}</h3>
      <blockquote className="border-l-4 border-line pl-3">{reason}</blockquote>
      <CategoryNames categories={categories} />
      <Facts
        rows={[
          [<Trans key="purpose">Məqsəd</Trans>, purposeName],
          [
            <Trans key="until">Müddət</Trans>,
            request.wantedUntil == null ? (
              <Trans key="open">siz geri götürənə qədər</Trans>
            ) : (
              formatMoment(request.wantedUntil)
            ),
          ],
          [<Trans key="lapses">Cavab gözlənilir</Trans>, formatMoment(request.lapsesAt)],
        ]}
      />
      {organization != null && ward === null && (
        <details onToggle={(event) => setMirrorOpen(event.currentTarget.open)}>
          <summary className="flex min-h-target cursor-pointer items-center text-accent underline underline-offset-4">
            <Trans>Razı olsanız, nə görəcək?</Trans>
          </summary>
          {isMirrorOpen && (
            <Mirror organizationId={organization.id} purpose={purpose} categories={categories} shown={categories} />
          )}
        </details>
      )}
      <ProblemSummary state={state} />
      <div className="flex flex-wrap gap-3">
        <Button isPending={state.running} onPress={() => void decide(true)}>
          <Trans>İcazə ver</Trans>
        </Button>
        <Button variant="secondary" isPending={state.running} onPress={() => void decide(false)}>
          <Trans>İmtina et</Trans>
        </Button>
      </div>
    </Card>
  );
}
