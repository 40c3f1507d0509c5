import { useLingui } from '@lingui/react';
import { Trans, useLingui as useWords } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Tag } from '../../../design/base/tag.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { roleTerms } from '../member-terms.js';

const InvitationTable_invitation = graphql(`
  fragment InvitationTable_invitation on Invitation {
    id
    role
    localKey
    createdAt
    endsAt
    acceptedAt
    withdrawnAt
  }
`);

const WithdrawInvitation = graphql(`
  mutation WithdrawInvitation($id: ID!) @purpose(is: "none") {
    withdrawInvitation(id: $id) {
      ... on Invitation {
        ...InvitationTable_invitation
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Codes that were given out, without the codes themselves, and what became of each. */
export function InvitationTable(props: { invitations: readonly FragmentType<typeof InvitationTable_invitation>[] }) {
  const { i18n } = useLingui();
  const { t } = useWords();
  const [now] = useState(() => new Date().toISOString());
  const [withdraw, state] = useAction(WithdrawInvitation);
  return (
    <div className="grid gap-3">
      <ProblemSummary state={state} />
      <DataTable
        caption={t`Verilmiş kodlar`}
        rows={readFragment(InvitationTable_invitation, props.invitations)}
        keyOf={({ id }) => id}
        columns={[
          { key: 'role', title: <Trans>Rol</Trans>, cell: ({ role }) => i18n._(roleTerms[role]) },
          { key: 'record', title: <Trans>Qeyd</Trans>, cell: ({ localKey }) => localKey ?? '–' },
          { key: 'day', title: <Trans>Verilib</Trans>, cell: ({ createdAt }) => formatMoment(createdAt) },
          { key: 'end', title: <Trans>Bitir</Trans>, cell: ({ endsAt }) => formatMoment(endsAt) },
          {
            key: 'state',
            title: <Trans>Vəziyyət</Trans>,
            cell: ({ id, acceptedAt, withdrawnAt, endsAt }) => {
              if (acceptedAt != null)
                return (
                  <Tag tone="success">
                    <Trans>qəbul edilib</Trans>
                  </Tag>
                );
              if (withdrawnAt != null) return <Trans>geri götürülüb</Trans>;
              if (endsAt < now) return <Trans>vaxtı keçib</Trans>;
              return (
                <Button variant="secondary" isPending={state.running} onPress={() => void withdraw({ id })}>
                  <Trans>Geri götür</Trans>
                </Button>
              );
            },
          },
        ]}
      />
    </div>
  );
}
