import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatMoment } from '../../../language/format.js';
import { PermissionCard } from '../permissions/permission-card.js';
import { groupPermissions, isLasting, type Permission, PermissionOfPerson } from '../permissions/permission.js';
import { PermissionRequest, RequestCard } from '../permissions/request-card.js';
import { WithdrawnNotice } from '../permissions/withdrawn-notice.js';
import { WardAnswers } from './ward-answers.js';

const WardOfGuardian = graphql(`
  fragment WardOfGuardian on Volunteer {
    id
    name
    consents {
      ...PermissionOfPerson
    }
    consentRequests {
      ...PermissionRequest
    }
    ...WardWaiting
    messages(first: 5) {
      nodes {
        id
        subject
        body
        sentAt
      }
    }
  }
`);

interface WardDeskProps {
  readonly id: string;
  readonly ward: FragmentType<typeof WardOfGuardian>;
  /** The day on which the ward is of age; null if it is not known. */
  readonly endsOn: string | null;
  readonly purposeNames: ReadonlyMap<string, string>;
  readonly onChanged: () => void;
}

/** What a guardian does for one minor: answers what waits, looks after permissions, reads messages, takes the data or has it erased. */
export function WardDesk({ id, ward: masked, endsOn, purposeNames, onChanged }: WardDeskProps) {
  const { t } = useLingui();
  const ward = readFragment(WardOfGuardian, masked);
  const [withdrawn, setWithdrawn] = useState<readonly Permission[]>([]);
  const permissions = groupPermissions(readFragment(PermissionOfPerson, ward.consents ?? []).filter(isLasting));
  const requests = readFragment(PermissionRequest, ward.consentRequests ?? []).filter(({ state }) => state === 'OPEN');
  const messages = ward.messages?.nodes ?? [];
  const name = ward.name ?? t`Himayənizdəki şəxs`;
  const end = endsOn === null ? null : formatDay(endsOn);
  return (
    <article className="grid gap-6 rounded-xl border border-line p-4">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h3>{name}</h3>
          {end !== null && (
            <p className="text-soft">
              <Trans>{end} tarixindən özü qərar verir.</Trans>
            </p>
          )}
        </div>
        <ButtonLink variant="secondary" to="/me/permissions/new" search={{ for: id }}>
          <Trans>Onun üçün icazə ver</Trans>
        </ButtonLink>
      </header>
      {withdrawn.length > 0 && (
        <WithdrawnNotice
          permissions={withdrawn}
          ward={id}
          onDone={() => {
            setWithdrawn([]);
            onChanged();
          }}
        />
      )}
      <section className="grid gap-3">
        <h4 className="font-semibold">
          <Trans>Sizin cavabınızı gözləyir</Trans>
        </h4>
        {requests.length === 0 && (
          <p className="text-soft">
            <Trans>İcazə üçün gözləyən sorğu yoxdur.</Trans>
          </p>
        )}
        <div className="grid gap-4 lg:grid-cols-2">
          <WardAnswers ward={id} waiting={ward} onChanged={onChanged} />
          {requests.map((request) => (
            <RequestCard
              key={request.id}
              request={request}
              purposeName={purposeNames.get(request.purpose) ?? request.purpose}
              ward={id}
              onAnswered={onChanged}
            />
          ))}
        </div>
      </section>
      <section className="grid gap-3">
        <h4 className="font-semibold">
          <Trans>Qüvvədə olan icazələri</Trans>
        </h4>
        {permissions.length === 0 && (
          <p className="text-soft">
            <Trans>Qüvvədə icazə yoxdur.</Trans>
          </p>
        )}
        <div className="grid gap-4 lg:grid-cols-2">
          {permissions.map((group) => (
            <PermissionCard
              key={group.key}
              group={group}
              purposeName={purposeNames.get(group.purpose) ?? group.purpose}
              ward={id}
              onWithdrawn={(gone) => {
                setWithdrawn(gone);
                onChanged();
              }}
            />
          ))}
        </div>
      </section>
      {messages.length > 0 && (
        <section className="grid gap-3">
          <h4 className="font-semibold">
            <Trans>Son mesajları</Trans>
          </h4>
          <ul className="divide-y divide-line">
            {messages.map(({ id: messageId, subject, body, sentAt }) => (
              <li key={messageId} className="grid gap-1 py-2">
                <span className="flex flex-wrap justify-between gap-x-4">
                  <span className="font-semibold">{subject}</span>
                  <span className="text-sm text-soft">{formatMoment(sentAt)}</span>
                </span>
                <span>{body}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="flex flex-wrap gap-x-6">
        <li className="flex min-h-target items-center">
          <Link to="/me/export" search={{ for: id }}>
            <Trans>Məlumatını endir</Trans>
          </Link>
        </li>
        <li className="flex min-h-target items-center">
          <Link to="/me/erasure" search={{ for: id }}>
            <Trans>Məlumatını sil</Trans>
          </Link>
        </li>
      </ul>
    </article>
  );
}
