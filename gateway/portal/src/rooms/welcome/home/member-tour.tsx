import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Card, Cards } from '../../../design/base/card.js';
import { Link } from '../../../design/base/link.js';

/** Who is in Birlik and what each of them brings, with the way to its page. */
export function MemberTour() {
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Birlikdə kim var</Trans>
      </h2>
      <Cards>
        <Stop
          to="/programme"
          name={<Trans>ASAN Məktəb</Trans>}
          text={<Trans>Master 1 və Master 2 könüllülük proqramı, sertifikatlar və xidmət mərkəzləri.</Trans>}
        />
        <Stop
          to="/universities"
          name={<Trans>Universitetlər</Trans>}
          text={<Trans>Tələbələr, onların könüllü qrupları və universitetdəki görüşlər.</Trans>}
        />
        <Stop
          to="/members?kind=MEMBER_ORGANIZATION"
          name={<Trans>Könüllü Təşkilatları İttifaqı</Trans>}
          text={<Trans>İttifaqın üzvləri, onların elanları və könüllü kitabçası.</Trans>}
        />
        <Stop
          to="/abroad"
          name={<Trans>Tələbələr və Məzunlar Platforması</Trans>}
          text={<Trans>Xaricdə oxuyanların assosiasiyaları, mentorluq və nümayəndəliklər.</Trans>}
        />
        <Stop
          to="/campaigns"
          name={<Trans>Yaradıcı Sənayelər Federasiyası</Trans>}
          text={<Trans>Yaradıcı könüllülər üçün kampaniyalar və seçim.</Trans>}
        />
        <Stop
          to="/countries"
          name={<Trans>Beynəlxalq Könüllülük Mərkəzi</Trans>}
          text={<Trans>Ölkələrin əməkdaşlığı: sazişlər, birgə layihələr, konfranslar.</Trans>}
        />
      </Cards>
      <p>
        <Link to="/members">
          <Trans>Bütün üzvlər</Trans>
        </Link>
      </p>
    </section>
  );
}

function Stop({ to, name, text }: { to: string; name: ReactNode; text: ReactNode }) {
  const [path, kind] = to.split('?kind=');
  return (
    <Card>
      <h3>
        <Link to={path ?? to} search={kind === undefined ? {} : { kind }}>
          {name}
        </Link>
      </h3>
      <p>{text}</p>
    </Card>
  );
}
