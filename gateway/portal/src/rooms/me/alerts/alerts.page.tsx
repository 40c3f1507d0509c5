import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { ComeInFirst } from '../../../viewer/come-in-first.js';
import { useViewer } from '../../../viewer/viewer.js';
import { OwnCheckIn } from './own-check-in.js';
import { Subscriptions } from './subscriptions.js';

const AlertsPage = graphql(`
  query AlertsPage @purpose(is: "none") {
    myEmergencies {
      id
      ...OwnCheckIn_emergency
    }
    myAlertSubscriptions {
      id
      ...Subscriptions_subscription
    }
    countries {
      code
    }
  }
`);

/** Emergencies where the person may be, how they say that they are safe, and the places about which they want to be told. */
export const page = definePage({
  document: AlertsPage,
  title: msg`Xəbərdarlıqlar`,
  Component: function Alerts({ answer }) {
    const viewer = useViewer();
    if (viewer.kind !== 'person') return <ComeInFirst onRetry={answer.reload} />;
    const shared = { owner: <Trans>Məzunlar platforması</Trans>, onRetry: answer.reload };
    return (
      <div className="grid max-w-3xl gap-10">
        <h1>
          <Trans>Xəbərdarlıqlar</Trans>
        </h1>
        <PageSection
          {...shared}
          title={<Trans>Olduğunuz yerdə</Trans>}
          of={sectionOf<typeof answer.data.myEmergencies>(answer, ['myEmergencies'])}
          empty={
            <Empty>
              <Trans>Sizə aid fövqəladə hal yoxdur.</Trans>
            </Empty>
          }
        >
          {(emergencies) => (
            <ul className="grid gap-4">
              {emergencies.map((emergency) => (
                <li key={emergency.id}>
                  <OwnCheckIn emergency={emergency} onChanged={answer.reload} />
                </li>
              ))}
            </ul>
          )}
        </PageSection>
        <section className="grid gap-4">
          <h2>
            <Trans>Xəbərdarlıq aldığınız yerlər</Trans>
          </h2>
          {answer.data.myAlertSubscriptions == null ? (
            <Unreachable member={<Trans>Məzunlar platforması</Trans>} onRetry={answer.reload} />
          ) : (
            <Subscriptions
              subscriptions={answer.data.myAlertSubscriptions}
              countries={(answer.data.countries ?? []).map(({ code }) => code)}
              onChanged={answer.reload}
            />
          )}
        </section>
      </div>
    );
  },
});
