import { Trans } from '@lingui/react/macro';
import { EmailText } from '../../../design/base/email-text.js';
import { Facts } from '../../../design/base/facts.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatDay } from '../../../language/format.js';

const ContactFactsContact = graphql(`
  fragment ContactFacts_contact on Contact {
    birthDate
    email
    emailConfirmedAt
    phone
    city
    country {
      code
    }
  }
`);

interface ContactFactsProps {
  readonly name: string | null;
  readonly contact: FragmentType<typeof ContactFactsContact>;
}

/** Name, contact and home. */
export function ContactFacts({ name, contact }: ContactFactsProps) {
  const { birthDate, email, emailConfirmedAt, phone, city, country } = readFragment(ContactFactsContact, contact);
  const home = [city, country && formatCountry(country.code)].filter(Boolean).join(', ');
  return (
    <>
      <Facts
        rows={[
          [<Trans>Ad</Trans>, name],
          [<Trans>Doğum tarixi</Trans>, birthDate && formatDay(birthDate)],
          [
            <Trans>E-poçt</Trans>,
            email && (
              <span className="flex flex-wrap items-center gap-2">
                <EmailText email={email} />
                {emailConfirmedAt ? (
                  <Tag tone="success">
                    <Trans>təsdiqlənib</Trans>
                  </Tag>
                ) : (
                  <Tag tone="warning">
                    <Trans>təsdiqlənməyib</Trans>
                  </Tag>
                )}
              </span>
            ),
          ],
          [<Trans>Telefon</Trans>, phone],
          [<Trans>Yaşadığı yer</Trans>, home],
        ]}
      />
      <p>
        <ButtonLink to="/me/facts" variant="secondary">
          <Trans>Məlumatlarımı dəyiş</Trans>
        </ButtonLink>
      </p>
    </>
  );
}
