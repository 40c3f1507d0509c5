import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { EmailText } from '../../../design/base/email-text.js';
import { Facts } from '../../../design/base/facts.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatDay, formatList } from '../../../language/format.js';
import { languageTerms } from './person-terms.js';

const PersonContact_contact = graphql(`
  fragment PersonContact_contact on Contact {
    email
    phone
    city
    birthDate
    availability
    languages
    country {
      code
    }
    emergencyContact {
      name
      phone
    }
  }
`);

/** How to reach somebody. */
export function PersonContact({ contact }: { contact: FragmentType<typeof PersonContact_contact> }) {
  const { i18n } = useLingui();
  const { email, phone, city, birthDate, availability, languages, country, emergencyContact } = readFragment(
    PersonContact_contact,
    contact,
  );
  const nameOf = (code: string) => {
    const term = languageTerms[code];
    return term === undefined ? code : i18n._(term);
  };
  return (
    <Facts
      rows={[
        [
          <Trans>E-poçt</Trans>,
          email && (
            <a href={`mailto:${email}`}>
              <EmailText email={email} />
            </a>
          ),
        ],
        [<Trans>Telefon</Trans>, phone && <a href={`tel:${phone}`}>{phone}</a>],
        [<Trans>Yaşayış yeri</Trans>, [city, country && formatCountry(country.code)].filter(Boolean).join(', ')],
        [<Trans>Doğum günü</Trans>, birthDate && formatDay(birthDate)],
        [<Trans>Dillər</Trans>, formatList(languages.map(nameOf))],
        [<Trans>Vaxtı</Trans>, availability],
        [
          <Trans>Təcili halda</Trans>,
          emergencyContact && (
            <>
              {emergencyContact.name}, <a href={`tel:${emergencyContact.phone}`}>{emergencyContact.phone}</a>
            </>
          ),
        ],
      ]}
    />
  );
}
