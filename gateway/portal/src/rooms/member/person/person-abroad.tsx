import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Facts } from '../../../design/base/facts.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatDay } from '../../../language/format.js';
import { creativeTerms, studyLevelTerms } from './person-terms.js';

const PersonAbroad_profile = graphql(`
  fragment PersonAbroad_profile on AlumniProfile {
    id
    university
    level
    graduationYear
    returned
    lastConfirmedOn
    studyCountry {
      code
    }
  }
`);

/** Where somebody studied abroad. */
export function PersonAbroad({ profile }: { profile: FragmentType<typeof PersonAbroad_profile> }) {
  const { i18n } = useLingui();
  const { university, level, graduationYear, returned, lastConfirmedOn, studyCountry } = readFragment(
    PersonAbroad_profile,
    profile,
  );
  return (
    <Facts
      rows={[
        [<Trans>Universitet</Trans>, university],
        [<Trans>Ölkə</Trans>, studyCountry && formatCountry(studyCountry.code)],
        [<Trans>Pillə</Trans>, i18n._(studyLevelTerms[level])],
        [<Trans>Bitirdiyi il</Trans>, graduationYear],
        [<Trans>Haradadır</Trans>, returned ? <Trans>Azərbaycana qayıdıb</Trans> : <Trans>xaricdədir</Trans>],
        [<Trans>Özü təsdiqləyib</Trans>, lastConfirmedOn && formatDay(lastConfirmedOn)],
      ]}
    />
  );
}

const PersonCreative_record = graphql(`
  fragment PersonCreative_record on CreativeRecord {
    applications {
      id
      status
      appliedAt
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
    }
  }
`);

/** What somebody does as a creative volunteer. */
export function PersonCreative({ record }: { record: FragmentType<typeof PersonCreative_record> }) {
  const { i18n } = useLingui();
  const { applications } = readFragment(PersonCreative_record, record);
  return (
    <ul className="grid gap-2">
      {applications.map(({ id, status, campaign, discipline }) => (
        <li key={id}>
          <span className="font-semibold">{campaign?.name}</span>{' '}
          <span className="text-soft">
            {discipline?.name} · {i18n._(creativeTerms[status])}
          </span>
        </li>
      ))}
    </ul>
  );
}
