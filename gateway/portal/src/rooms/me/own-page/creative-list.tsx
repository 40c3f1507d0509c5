import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';
import { campaignApplicationTerms, campaignApplicationTones, regionTerms } from '../me-terms.js';

const CreativeListRecord = graphql(`
  fragment CreativeList_record on CreativeRecord {
    applications {
      id
      appliedAt
      status
      meanScore
      region
      campaign {
        id
        name
      }
      discipline {
        id
        name
      }
    }
    workSamples {
      id
      name
      state
    }
  }
`);

/** What the person does in the creative industries: campaigns, and the files that show their work. */
export function CreativeList(props: { record: FragmentType<typeof CreativeListRecord> }) {
  const { i18n } = useLingui();
  const { applications, workSamples } = readFragment(CreativeListRecord, props.record);
  return (
    <>
      <ul className="grid gap-4">
        {applications.map(({ id, appliedAt, status, meanScore, region, campaign, discipline }) => {
          const score = meanScore == null ? '' : formatNumber(meanScore, { maximumFractionDigits: 1 });
          const about = [discipline?.name, region && i18n._(regionTerms[region]), formatMoment(appliedAt)];
          return (
            <li key={id} className="grid gap-1">
              <h3 className="flex flex-wrap items-center gap-2">
                {campaign?.name ?? <Trans>Geri götürülmüş kampaniya</Trans>}
                <Tag tone={campaignApplicationTones[status]}>{i18n._(campaignApplicationTerms[status])}</Tag>
              </h3>
              <p className="text-soft">{about.filter(Boolean).join(' · ')}</p>
              {meanScore != null && (
                <p>
                  <Trans>Komissiyanın orta balı: {score}</Trans>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {workSamples.length > 0 && (
        <div className="grid gap-2">
          <h3>
            <Trans>İş nümunələri</Trans>
          </h3>
          <ul className="list-disc pl-6">
            {workSamples.map(({ id, name, state }) => (
              <li key={id} className="break-all">
                {name}
                {state !== 'STORED' && (
                  <span className="text-soft">
                    {' '}
                    · <Trans>saxlanılmayıb</Trans>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
