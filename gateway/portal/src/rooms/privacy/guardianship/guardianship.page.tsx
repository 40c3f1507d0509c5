import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatMoment } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { PageHead } from '../places/page-head.js';
import { PrivacyPlaces } from '../places/privacy-places.js';
import { WardDesk } from './ward-desk.js';

const GuardianshipPage = graphql(`
  query GuardianshipPage @purpose(is: "none") {
    me {
      id
      guardianships {
        id
        recordedAt
        endedAt
        endsOn
        guardian {
          id
          name
        }
        ward {
          id
          ...WardOfGuardian
        }
      }
    }
    purposes {
      code
      name
    }
  }
`);

/** For whom a person decides as guardian, with what waits for their yes, and who decides for them. */
export const page = definePage({
  document: GuardianshipPage,
  title: msg`Valideyn və qəyyum`,
  Component: function Guardianships({ answer }) {
    const { me, purposes } = answer.data;
    const all = me?.guardianships ?? [];
    const lasting = all.filter(({ endedAt }) => endedAt == null);
    const wards = lasting.filter(({ guardian }) => guardian.id === me?.id);
    const guardians = lasting.filter(({ ward }) => ward.id === me?.id);
    const section = sectionOf<typeof all>(answer, ['me', 'guardianships']);
    const purposeNames = new Map((purposes ?? []).map(({ code, name }) => [code, name]));
    return (
      <div className="grid gap-10">
        <PageHead title={<Trans>Valideyn və qəyyum</Trans>}>
          <Trans>
            Yetkinlik yaşına çatmayan üçün icazəni valideyn və ya qəyyum verir. Bunu Birliyin ofisi sənədlə qeyd edir.
          </Trans>
        </PageHead>
        <PageSection
          title={<Trans>Kimin adından qərar verirsiniz</Trans>}
          of={section.kind === 'data' && wards.length === 0 ? { kind: 'empty' } : section}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              <Trans>Heç kimin qəyyumu deyilsiniz. Övladınız könüllüdürsə, sənədlə ofisə müraciət edin.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {() => (
            <div className="grid gap-8">
              {wards.map(({ id, endsOn, ward }) => (
                <WardDesk
                  key={id}
                  id={ward.id}
                  ward={ward}
                  endsOn={endsOn ?? null}
                  purposeNames={purposeNames}
                  onChanged={answer.reload}
                />
              ))}
            </div>
          )}
        </PageSection>
        {guardians.length > 0 && (
          <section className="grid max-w-3xl gap-3">
            <h2>
              <Trans>Sizin adınızdan kim qərar verir</Trans>
            </h2>
            <ul className="divide-y divide-line">
              {guardians.map(({ id, guardian, recordedAt, endsOn }) => {
                const begin = formatMoment(recordedAt);
                const end = endsOn == null ? null : formatDay(endsOn);
                return (
                  <li key={id} className="grid gap-1 py-3">
                    <span className="font-semibold">
                      {guardian.name ?? <Trans>Valideyniniz və ya qəyyumunuz</Trans>}
                    </span>
                    <span className="text-soft">
                      <Trans>{begin} tarixindən</Trans>
                      {end !== null && <Trans>, {end} tarixinədək (yetkinlik yaşınız)</Trans>}
                    </span>
                  </li>
                );
              })}
            </ul>
            <p className="text-soft">
              <Trans>Siz özünüz də imtina edə və verilmiş icazəni geri götürə bilərsiniz.</Trans>
            </p>
          </section>
        )}
        <PrivacyPlaces />
      </div>
    );
  },
});
