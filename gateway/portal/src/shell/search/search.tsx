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
  query FrameSearch($text: String!) @purpose(is: "none") {
    opportunities(first: 6, text: $text) {
      nodes {
        id
        title
        organization {
          id
          name
        }
      }
    }
    organizations(first: 6, text: $text) {
      nodes {
        id
        name
        kind
      }
    }
  }
`);

/** How many pages are shown: who finds more goes on typing. */
const mostPages = 6;
/** The graph is asked when nothing was typed for so many milliseconds, for at least two letters. */
const pause = 150;

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
  const wanted = text.trim();
  const asked = usePaused(wanted);
  const { data, errors } = useKnown(FrameSearch, asked.length < 2 ? null : { text: asked });
  const found = wanted.length < 2 ? null : data;
  const isSearching = wanted.length > 1 && errors.length === 0 && (asked !== wanted || data === null);
  const places = placesOf(viewer).filter(({ title }) =>
    (namesOf?.(title) ?? [i18n._(title)]).some((name) => matchesWords(name, wanted)),
  );
  const groups: FoundGroup[] = [
    {
      title: t`Səhifələr`,
      items: places.slice(0, mostPages).map(({ path, title }) => ({ key: path, text: i18n._(title), about: null })),
    },
  ];
  if (wanted !== '') {
    groups.push(
      {
        title: t`Elanlar`,
        items: (found?.opportunities?.nodes ?? []).map(({ id, title, organization }) => ({
          key: `/opportunities/${id}`,
          text: title,
          about: organization?.name ?? null,
        })),
      },
      {
        title: t`Təşkilatlar`,
        items: (found?.organizations?.nodes ?? []).map(({ id, name, kind }) => ({
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
      empty={isSearching ? <Trans>Axtarılır…</Trans> : <Trans>Belə bir şey tapılmadı.</Trans>}
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

/** A text as it was when nothing had been typed for a moment. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
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
