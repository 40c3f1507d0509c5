import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { ComeInFirst } from '../../../viewer/come-in-first.js';
import { ScrollToHash } from '../scroll-to-hash.js';
import { DealingsCard } from './dealings-card.js';
import { EmailCard } from './email-card.js';
import { HomeCard } from './home-card.js';
import { NameCard } from './name-card.js';
import { NeedsCard } from './needs-card.js';
import { TimeZoneCard } from './time-zone-card.js';

const OwnFactsPage = graphql(`
  query OwnFactsPage @purpose(is: "none") {
    me {
      id
      ...NameCard_person
      contact {
        email
        emailConfirmedAt
        timeZone
        ...HomeCard_contact
        ...DealingsCard_contact
      }
      accessNeeds {
        ...NeedsCard_needs
      }
    }
  }
`);

/** What a person says of themself, each group saved alone. */
export const page = definePage({
  document: OwnFactsPage,
  title: msg`Mənim məlumatlarım`,
  Component: function OwnFacts({ answer }) {
    const { me } = answer.data;
    if (me == null) return <ComeInFirst onRetry={answer.reload} />;
    const { contact, accessNeeds } = me;
    const isDown = sectionOf(answer, ['me', 'contact']).kind === 'down';
    return (
      <div className="grid max-w-3xl gap-6">
        <ScrollToHash />
        <header className="grid gap-2">
          <h1>
            <Trans>Mənim məlumatlarım</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              Özünüz haqqında dedikləriniz. Universitetin və ya təşkilatın yazdığında səhv varsa, onu özlərindən
              düzəltməyi <Link to="/me/records">xahiş edin</Link>.
            </Trans>
          </p>
        </header>
        <NameCard person={me} onChanged={answer.reload} />
        {contact != null && (
          <>
            <EmailCard
              email={contact.email ?? null}
              confirmedAt={contact.emailConfirmedAt ?? null}
              onChanged={answer.reload}
            />
            <HomeCard contact={contact} onChanged={answer.reload} />
            <DealingsCard contact={contact} onChanged={answer.reload} />
          </>
        )}
        {isDown && <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={answer.reload} />}
        {accessNeeds != null && <NeedsCard needs={accessNeeds} onChanged={answer.reload} />}
        {contact != null && <TimeZoneCard timeZone={contact.timeZone ?? null} onChanged={answer.reload} />}
      </div>
    );
  },
});
