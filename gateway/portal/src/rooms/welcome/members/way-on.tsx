import { useLingui } from '@lingui/react/macro';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { ButtonLink } from '../../../design/base/link.js';
import type { OrganizationKind } from '../../../generated/codes.js';

/** The page that tells what organisations of a kind bring. */
const pages: Partial<Record<OrganizationKind, { readonly to: string; readonly title: MessageDescriptor }>> = {
  AGENCY: { to: '/programme', title: msg`Könüllülük proqramı və mərkəzlər` },
  UNIVERSITY: { to: '/universities', title: msg`Universitetlər: qruplar və görüşlər` },
  ASSOCIATION: { to: '/abroad', title: msg`Assosiasiyalar və nümayəndəliklər` },
  PLATFORM: { to: '/abroad', title: msg`Platforma, assosiasiyalar, nümayəndəliklər` },
  FEDERATION: { to: '/campaigns', title: msg`Yaradıcı könüllülər üçün kampaniyalar` },
  MINISTRY: { to: '/campaigns', title: msg`Yaradıcı könüllülər üçün kampaniyalar` },
  CENTER: { to: '/countries', title: msg`Ölkələrin əməkdaşlığı` },
  UNION: { to: '/countries', title: msg`Sazişlər və ölkələr` },
};

/** The way from an organisation to what it does; nothing for kinds that do it elsewhere. */
export function WayOn({ kind }: { kind: OrganizationKind }) {
  const { i18n } = useLingui();
  const page = pages[kind];
  if (page === undefined) return null;
  return (
    <p>
      <ButtonLink to={page.to} variant="secondary">
        {i18n._(page.title)}
      </ButtonLink>
    </p>
  );
}
