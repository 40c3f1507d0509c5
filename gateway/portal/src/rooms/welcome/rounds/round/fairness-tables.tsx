import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Disclosure } from '../../../../design/base/disclosure.js';
import { DataTable } from '../../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../../generated/fragment-masking.js';
import { graphql } from '../../../../generated/gql.js';
import { formatCountry, formatNumber } from '../../../../language/format.js';

const FairnessTablesDraft = graphql(`
  fragment FairnessTables_draft on MatchingDraft {
    id
    byAssociation {
      entered
      matched
      worstTenth
      organization {
        id
        name
      }
    }
    byCountry {
      code
      entered
      matched
      worstTenth
    }
    byLanguage {
      code
      entered
      matched
      worstTenth
    }
  }
`);

/** The languages that most people of rounds speak; others are shown by their codes. */
const languageTerms: Readonly<Record<string, MessageDescriptor>> = {
  az: msg`azərbaycan dili`,
  en: msg`ingilis dili`,
  ru: msg`rus dili`,
  tr: msg`türk dili`,
};

interface Share {
  readonly name: string;
  readonly entered: number;
  readonly matched: number;
  readonly worstTenth?: number | null;
}

/** How a draft treats mentees of each association, country and language. */
export function FairnessTables(props: { draft: FragmentType<typeof FairnessTablesDraft> }) {
  const { t, i18n } = useLingui();
  const languageOf = (code: string) => (languageTerms[code] ? i18n._(languageTerms[code]) : code);
  const { byAssociation, byCountry, byLanguage } = readFragment(FairnessTablesDraft, props.draft);
  return (
    <Disclosure label={<Trans>Ədalətlilik: assosiasiya, ölkə və dil üzrə</Trans>}>
      <div className="grid gap-6">
        <ShareTable
          title={<Trans>Assosiasiya</Trans>}
          caption={t`Assosiasiyalar üzrə`}
          rows={byAssociation.map(({ organization, ...share }) => ({
            ...share,
            name: organization?.name ?? t`assosiasiyasız`,
          }))}
        />
        <ShareTable
          title={<Trans>Ölkə</Trans>}
          caption={t`Ölkələr üzrə`}
          rows={byCountry.map(({ code, ...share }) => ({
            ...share,
            name: code == null ? t`göstərilməyib` : formatCountry(code),
          }))}
        />
        <ShareTable
          title={<Trans>Dil</Trans>}
          caption={t`Dillər üzrə`}
          rows={byLanguage.map(({ code, ...share }) => ({ ...share, name: code == null ? '–' : languageOf(code) }))}
        />
      </div>
    </Disclosure>
  );
}

function ShareTable({
  title,
  caption,
  rows,
}: {
  readonly title: ReactNode;
  readonly caption: string;
  readonly rows: readonly Share[];
}) {
  const { t } = useLingui();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { key: 'name', title, cell: ({ name }) => name },
        { key: 'entered', title: t`İştirakçı`, isNumber: true, cell: ({ entered }) => formatNumber(entered) },
        { key: 'matched', title: t`Mentor tapılıb`, isNumber: true, cell: ({ matched }) => formatNumber(matched) },
        {
          key: 'worst',
          title: t`Ən zəif onda bir`,
          isNumber: true,
          cell: ({ worstTenth }) => (worstTenth == null ? '–' : formatNumber(worstTenth)),
        },
      ]}
    />
  );
}
