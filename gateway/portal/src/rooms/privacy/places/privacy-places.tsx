import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useLocation } from '@tanstack/react-router';
import { Link } from '../../../design/base/link.js';

const places = [
  { path: '/me/permissions', title: msg`İcazələrim` },
  { path: '/me/views', title: msg`Məlumatıma kim baxıb` },
  { path: '/me/card', title: msg`Axtarış kartım` },
  { path: '/me/records', title: msg`Qeydlərim` },
  { path: '/me/guardianship', title: msg`Valideyn və qəyyum` },
  { path: '/me/export', title: msg`Məlumatımı endir` },
  { path: '/me/erasure', title: msg`Məlumatımı sil` },
] as const;

/** The other pages about one’s own data, at the end of each of them. */
export function PrivacyPlaces() {
  const { i18n } = useLingui();
  const { pathname } = useLocation();
  return (
    <nav aria-labelledby="privacy-places" className="no-print grid gap-2 border-t border-line pt-6">
      <h2 id="privacy-places" className="text-base">
        <Trans>Məlumatınıza aid digər səhifələr</Trans>
      </h2>
      <ul className="flex flex-wrap gap-x-6">
        {places
          .filter(({ path }) => path !== pathname)
          .map(({ path, title }) => (
            <li key={path} className="flex min-h-target items-center">
              <Link to={path}>{i18n._(title)}</Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
