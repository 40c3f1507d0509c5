import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { Notice } from '../../../design/states/notice.js';
import { PageSection } from '../../../design/states/section.js';
import { readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { PageHead } from '../places/page-head.js';
import { PrivacyPlaces } from '../places/privacy-places.js';
import { requestStateTerms } from '../privacy-terms.js';
import { EndedPermissions } from './ended-permissions.js';
import { PermissionCard } from './permission-card.js';
import { groupPermissions, isLasting, type Permission, PermissionOfPerson } from './permission.js';
import { PermissionRequest, RequestCard } from './request-card.js';
import { WithdrawnNotice } from './withdrawn-notice.js';

const PermissionsPage = graphql(`
  query PermissionsPage @purpose(is: "none") {
    me {
      id
      consents {
        ...PermissionOfPerson
      }
      consentRequests {
        ...PermissionRequest
      }
    }
    purposes {
      code
      name
    }
  }
`);

/** What a person has permitted, what is asked of them, and what has ended. */
export const page = definePage({
  document: PermissionsPage,
  title: msg`İcazələrim`,
  Component: function Permissions({ answer }) {
    const { i18n } = useLingui();
    const [withdrawn, setWithdrawn] = useState<readonly Permission[]>([]);
    const [answered, setAnswered] = useState<{ readonly name: string; readonly accepted: boolean } | null>(null);
    const { me, purposes } = answer.data;
    const purposeNames = new Map((purposes ?? []).map(({ code, name }) => [code, name]));
    const permissions = readFragment(PermissionOfPerson, me?.consents ?? []);
    const requests = readFragment(PermissionRequest, me?.consentRequests ?? []);
    const open = requests.filter(({ state }) => state === 'OPEN');
    const past = requests.filter(({ state }) => state !== 'OPEN');
    const lasting = groupPermissions(permissions.filter(isLasting));
    const ended = permissions.filter((permission) => !isLasting(permission));
    const all = sectionOf<typeof permissions>(answer, ['me', 'consents']);
    return (
      <div className="grid gap-10">
        <PageHead
          title={<Trans>İcazələrim</Trans>}
          action={
            <ButtonLink to="/me/permissions/new">
              <Trans>Yeni icazə ver</Trans>
            </ButtonLink>
          }
        >
          <Trans>Məlumatınızı kimin, nə üçün görə biləcəyini siz deyirsiniz və istədiyiniz an geri götürürsünüz.</Trans>
        </PageHead>
        {withdrawn.length > 0 && (
          <WithdrawnNotice
            permissions={withdrawn}
            ward={null}
            onDone={() => {
              setWithdrawn([]);
              answer.reload();
            }}
          />
        )}
        {answered !== null && <AnsweredNotice {...answered} />}
        {open.length > 0 && (
          <section className="grid gap-3">
            <h2>
              <Trans>Cavabınızı gözləyir</Trans>
            </h2>
            <div className="grid gap-4 lg:grid-cols-2">
              {open.map((request) => (
                <RequestCard
                  key={request.id}
                  request={request}
                  purposeName={purposeNames.get(request.purpose) ?? request.purpose}
                  ward={null}
                  onAnswered={({ organization }, accepted) => {
                    setAnswered({ name: organization?.name ?? '', accepted });
                    answer.reload();
                  }}
                />
              ))}
            </div>
          </section>
        )}
        <PageSection
          title={<Trans>Qüvvədə olan icazələr</Trans>}
          of={lasting.length === 0 && all.kind === 'data' ? { kind: 'empty' } : all}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              <Trans>Heç kimə icazə verməmisiniz. Bağlı olduğunuz təşkilatlar yalnız özlərində olanı görür.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {() => (
            <div className="grid gap-4 lg:grid-cols-2">
              {lasting.map((group) => (
                <PermissionCard
                  key={group.key}
                  group={group}
                  purposeName={purposeNames.get(group.purpose) ?? group.purpose}
                  ward={null}
                  onWithdrawn={setWithdrawn}
                />
              ))}
            </div>
          )}
        </PageSection>
        {past.length > 0 && (
          <section className="grid gap-3">
            <h2>
              <Trans>Cavab verdiyiniz sorğular</Trans>
            </h2>
            <ul className="grid divide-y divide-line">
              {past.map(({ id, organization, purpose, state, askedAt }) => (
                <li key={id} className="grid gap-x-4 py-2 sm:grid-cols-[1fr_max-content]">
                  <span className="font-semibold">{organization?.name}</span>
                  <span>{i18n._(requestStateTerms[state])}</span>
                  <span className="text-soft">
                    {purposeNames.get(purpose)} · {formatMoment(askedAt)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {ended.length > 0 && (
          <section className="grid gap-3">
            <h2>
              <Trans>Bitmiş icazələr</Trans>
            </h2>
            <EndedPermissions permissions={ended} purposeNames={purposeNames} />
          </section>
        )}
        <PrivacyPlaces />
      </div>
    );
  },
});

function AnsweredNotice({ name, accepted }: { name: string; accepted: boolean }) {
  return accepted ? (
    <Notice tone="success" role="status" title={<Trans>{name}: icazə verdiniz</Trans>}>
      <p>
        <Trans>İcazə aşağıdadır; istədiyiniz an geri götürə bilərsiniz.</Trans>
      </p>
    </Notice>
  ) : (
    <Notice tone="neutral" role="status" title={<Trans>{name}: imtina etdiniz</Trans>}>
      <p>
        <Trans>Heç nə açılmadı. Fikriniz dəyişsə, icazəni özünüz verə bilərsiniz.</Trans>
      </p>
    </Notice>
  );
}
