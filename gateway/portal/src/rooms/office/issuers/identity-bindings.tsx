import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { NextPage } from '../next-page.js';

const Bindings = graphql(`
  fragment IdentityBindings_bindings on IdentityBindingConnection {
    nodes {
      id
      issuer
      subject
      boundAt
      endedAt
      volunteer {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

const EndIdentityBinding = graphql(`
  mutation EndIdentityBindingByOffice($id: ID!) @purpose(is: "none") {
    endIdentityBinding(id: $id) {
      ... on IdentityBinding {
        id
        endedAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface IdentityBindingsProps {
  readonly bindings: FragmentType<typeof Bindings>;
  readonly search: Readonly<Record<string, string>>;
  readonly onChanged: () => void;
}

/** Which person was bound to which number of which sign-in service. */
export function IdentityBindings({ bindings, search, onChanged }: IdentityBindingsProps) {
  const { t } = useLingui();
  const { nodes, pageInfo } = readFragment(Bindings, bindings);
  return (
    <>
      <DataTable
        caption={t`Əl ilə bağlanmış şəxslər`}
        rows={nodes}
        keyOf={({ id }) => id}
        columns={[
          { key: 'subject', title: t`Nömrəsi`, cell: ({ subject }) => <code className="break-all">{subject}</code> },
          {
            key: 'issuer',
            title: t`Giriş xidməti`,
            cell: ({ issuer }) => <span className="break-all">{issuer}</span>,
          },
          {
            key: 'person',
            title: t`Şəxs`,
            cell: ({ volunteer }) => <code className="break-all">{volunteer.id}</code>,
          },
          { key: 'since', title: t`Nə vaxtdan`, cell: ({ boundAt }) => formatMoment(boundAt) },
          {
            key: 'end',
            title: t`Vəziyyəti`,
            cell: ({ id, endedAt }) =>
              endedAt === null ? (
                <ConfirmedAction
                  label={<Trans>Ayır</Trans>}
                  title={<Trans>Bağ kəsilsin?</Trans>}
                  cancel={<Trans>Ləğv et</Trans>}
                  document={EndIdentityBinding}
                  variables={{ id }}
                  onDone={onChanged}
                >
                  <Trans>Bu nömrə ilə daxil olan yenidən bağlanana qədər heç kim olmayacaq.</Trans>
                </ConfirmedAction>
              ) : (
                <Tag>
                  <Trans>bitib</Trans>
                </Tag>
              ),
          },
        ]}
      />
      <NextPage to="/office/issuers" search={search} pageInfo={pageInfo} />
    </>
  );
}
