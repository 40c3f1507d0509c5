import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useKnown } from '../../data/known.js';
import { type FoundGroup, SearchSheet } from '../../design/search/search-sheet.js';
import { graphql } from '../../generated/gql.js';
import { loadNames } from '../../language/every-language.js';
import { matchesWords } from '../../language/fold.js';
import { organizationKindTerms } from '../../language/terms.js';
import { useViewer } from '../../viewer/viewer.js';
import { placesOf } from './places.js';

const FrameSearch = graphql(`
  query FrameSearch @purpose(is: "none") {
    organizations(first: 100) {
      nodes {
        id
        name
        kind
      }
    }
    opportunities(first: 100) {
      nodes {
        id
        title
        organization {
          id
          name
        }
      }
    }
  }
`);

/** How many of each kind are shown: who finds more goes on typing. */
const shown = 6;

/** Takes what is written to the search of volunteers, as a skill: a name of a person finds nobody there. */
const bySkill = 'volunteers-by-skill';

type NamesOf = (title: MessageDescriptor) => readonly string[];

/** Finds pages of whoever looks by their names in any language, organisations and opportunities; for an officer, volunteers by a skill. */
export function Search({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const viewer = useViewer();
  const [text, setText] = useState('');
  const namesOf = useNames();
  const { data, errors } = useKnown(FrameSearch, {});
  const wanted = text.trim();
  const isFound = (names: readonly string[]) => names.some((name) => matchesWords(name, wanted));
  const places = placesOf(viewer).filter(({ title }) => isFound(namesOf?.(title) ?? [i18n._(title)]));
  const groups: FoundGroup[] = [
    {
      title: t`Səhifələr`,
      items: places.slice(0, shown).map(({ path, title }) => ({ key: path, text: i18n._(title), about: null })),
    },
  ];
  if (wanted !== '') {
    const opportunities = data?.opportunities?.nodes.filter(({ title }) => isFound([title])) ?? [];
    const organizations = data?.organizations?.nodes.filter(({ name }) => isFound([name ?? ''])) ?? [];
    groups.push(
      {
        title: t`Elanlar`,
        items: opportunities.slice(0, shown).map(({ id, title, organization }) => ({
          key: `/opportunities/${id}`,
          text: title,
          about: organization?.name ?? null,
        })),
      },
      {
        title: t`Təşkilatlar`,
        items: organizations.slice(0, shown).map(({ id, name, kind }) => ({
          key: `/members/${id}`,
          text: name ?? '',
          about: kind == null ? null : i18n._(organizationKindTerms[kind]),
        })),
      },
    );
    if (viewer.kind === 'staff' && viewer.organization.kind !== 'REGISTRY') {
      groups.push({
        title: t`Könüllülər`,
        items: [{ key: bySkill, text: t`Bu bacarığı olanları tap: ${wanted}`, about: null }],
      });
    }
  }
  return (
    <SearchSheet
      label={t`Səhifə, elan və ya təşkilat axtarın`}
      closeLabel={t`Axtarışı bağla`}
      text={text}
      onType={setText}
      groups={groups}
      onChoose={(address) => {
        onClose();
        void navigate(
          address === bySkill
            ? { to: '/search', search: { skill: encodeURIComponent(wanted.toLowerCase()) } }
            : { to: address },
        );
      }}
      onClose={onClose}
      empty={<Trans>Belə bir şey tapılmadı.</Trans>}
      gap={
        errors.length > 0 && (
          <p className="px-3 text-soft">
            <Trans>Hazırda elanlar və təşkilatlar tam axtarılmır.</Trans>
          </p>
        )
      }
    />
  );
}

/** The names of a page in every language; null until they have come, and where they can't. */
function useNames(): NamesOf | null {
  const [names, setNames] = useState<NamesOf | null>(null);
  useEffect(() => {
    let isWanted = true;
    loadNames().then(
      (loaded) => isWanted && setNames(() => loaded),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return names;
}
