import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from '../design/base/link.js';
import { Switch } from '../design/base/switch.js';
import { Select } from '../design/form/select.js';
import { changeSingleKeys, hasSingleKeys } from '../design/single-keys.js';
import { changeTheme, currentTheme, type Theme, themes } from '../design/theme.js';
import { currentLanguage } from '../language/language.js';
import { languageNames, languages } from '../language/languages.js';
import { defineStaticPage } from '../page/page.js';
import { useViewer } from '../viewer/viewer.js';
import { speak } from './language-menu.js';

const themeNames: Readonly<Record<Theme, MessageDescriptor>> = {
  system: msg`Cihazın ayarı kimi`,
  light: msg`Açıq`,
  dark: msg`Tünd`,
};

interface Place {
  readonly path: string;
  readonly title: MessageDescriptor;
  readonly about: MessageDescriptor;
}

/** What a person does seldom, and has to find when they do. */
const ownPlaces: readonly Place[] = [
  { path: '/me/facts', title: msg`Mənim məlumatlarım`, about: msg`Ad, əlaqə, dillər, boş vaxt, xüsusi ehtiyaclar` },
  { path: '/me/messages/preferences', title: msg`Bildirişlər`, about: msg`Nə, haradan və nə vaxt yazılsın` },
  { path: '/me/card', title: msg`Axtarış kartım`, about: msg`Təşkilatların sizi tapması üçün` },
  { path: '/me/records', title: msg`Qeydlərim`, about: msg`Sizinlə bağlanmış qeydlər; “bu mən deyiləm”` },
  { path: '/me/claim', title: msg`Qeydi götür`, about: msg`Təşkilatın verdiyi kod ilə` },
  { path: '/me/guardianship', title: msg`Valideyn və qəyyum`, about: msg`Yetkinlik yaşına çatmayanlar üçün` },
  { path: '/me/export', title: msg`Məlumatımı endir`, about: msg`Bütün üzvlərdə olanlar, bir faylda` },
  { path: '/me/erasure', title: msg`Məlumatımı sil`, about: msg`Nə silinir, nə qalır və niyə` },
];

/** How the portal looks and speaks, and the way to what a person does seldom. */
export const page = defineStaticPage(msg`Ayarlar`, function Settings() {
  const { i18n } = useLingui();
  const viewer = useViewer();
  const [theme, setTheme] = useState(currentTheme);
  const [isSingleKey, setSingleKey] = useState(hasSingleKeys);
  return (
    <div className="grid gap-8">
      <h1>
        <Trans>Ayarlar</Trans>
      </h1>
      {viewer.kind === 'person' && (
        <ul className="grid gap-3 sm:grid-cols-2">
          {ownPlaces.map(({ path, title, about }) => (
            <li key={path} className="rounded-xl border border-line p-4">
              <p className="font-semibold">
                <Link to={path}>{i18n._(title)}</Link>
              </p>
              <p className="text-soft">{i18n._(about)}</p>
            </li>
          ))}
        </ul>
      )}
      <section className="grid max-w-xs gap-4">
        <h2>
          <Trans>Görünüş və dil</Trans>
        </h2>
        <Select
          label={<Trans>Rənglər</Trans>}
          value={theme}
          onChange={(chosen) => {
            changeTheme(chosen);
            setTheme(chosen);
          }}
          options={themes.map((value) => ({ value, text: i18n._(themeNames[value]) }))}
        />
        <Select
          label={<Trans>Dil</Trans>}
          value={currentLanguage()}
          onChange={(language) => void speak(language)}
          options={languages.map((value) => ({ value, text: languageNames[value] }))}
        />
        <Switch
          isSelected={isSingleKey}
          onChange={(isOn) => {
            changeSingleKeys(isOn);
            setSingleKey(isOn);
          }}
        >
          <Trans>Tək düymə ilə qısayollar, məsələn / ilə axtarış</Trans>
        </Switch>
      </section>
    </div>
  );
});
