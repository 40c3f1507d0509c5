import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { Select } from '../../../design/form/select.js';
import type { OrganizationKind, OrganizationStanding } from '../../../generated/codes.js';
import { organizationKindTerms } from '../../../language/terms.js';

const kinds = Object.keys(organizationKindTerms) as OrganizationKind[];

/** By how they stand organisations are told apart; those that may not act, whyever, are looked for together. */
const standings: readonly {
  readonly key: string;
  readonly codes: OrganizationStanding[];
  readonly title: MessageDescriptor;
}[] = [
  { key: 'ACCREDITED', codes: ['ACCREDITED'], title: msg`Akkreditə olunub` },
  { key: 'NOT_ACTING', codes: ['SUSPENDED', 'UNACCREDITED'], title: msg`Fəaliyyət göstərə bilmir` },
  { key: 'SUSPENDED', codes: ['SUSPENDED'], title: msg`Dayandırılıb` },
  { key: 'UNACCREDITED', codes: ['UNACCREDITED'], title: msg`Akkreditə olunmayıb` },
];

type Search = Readonly<Record<string, string>>;

/** What the address says is looked for, as the graph takes it. */
export function filterOf(search: Search) {
  return {
    kind: kinds.find((kind) => kind === search['kind']) ?? null,
    standings: standings.find(({ key }) => key === search['standing'])?.codes ?? null,
    text: search['text'] ?? null,
  };
}

/** Which organisations are listed: by words of their names, kind, and how they stand. The address keeps it. */
export function OrganizationFilters({ search }: { search: Search }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [text, setText] = useState(search['text'] ?? '');
  const show = (changed: Search) => {
    const { after: _start, ...kept } = search;
    const next = Object.entries({ ...kept, ...changed }).filter(([, value]) => value !== '');
    void navigate({ to: '/office/organizations', search: Object.fromEntries(next) });
  };
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <form
        className="grid grid-cols-[1fr_auto] items-end gap-2 sm:col-span-2"
        onSubmit={(event) => {
          event.preventDefault();
          show({ text: text.trim() });
        }}
      >
        <Field
          label={<Trans>Adında olan sözlər</Trans>}
          name="text"
          type="search"
          maxLength={100}
          value={text}
          onChange={setText}
        />
        <Button type="submit" variant="secondary">
          <Trans>Tap</Trans>
        </Button>
      </form>
      <Select
        label={<Trans>Növü</Trans>}
        value={search['kind'] ?? ''}
        onChange={(kind) => show({ kind })}
        options={[
          { value: '', text: t`Hamısı` },
          ...kinds.map((value) => ({ value, text: i18n._(organizationKindTerms[value]) })),
        ]}
      />
      <Select
        label={<Trans>Vəziyyəti</Trans>}
        value={search['standing'] ?? ''}
        onChange={(standing) => show({ standing })}
        options={[
          { value: '', text: t`Hamısı` },
          ...standings.map(({ key, title }) => ({ value: key, text: i18n._(title) })),
        ]}
      />
    </div>
  );
}
