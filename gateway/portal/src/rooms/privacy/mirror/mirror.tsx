import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { type Answer, type Section, sectionOf } from '../../../data/answer.js';
import { Lock } from '../../../design/base/icons.js';
import { Tag } from '../../../design/base/tag.js';
import { readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { GrantCategory } from '../../../generated/codes.js';
import type { MirrorOfPersonFragment, PermissionMirrorQuery } from '../../../generated/graphql.js';
import { categoryTerms } from '../../../language/terms.js';
import { definePart } from '../../../page/part.js';
import { mirrorFields, MirrorLines, MirrorOfPerson } from './mirror-lines.js';

const PermissionMirror = graphql(`
  query PermissionMirror($organization: ID!, $purpose: String!) @purpose(is: "none") {
    me {
      id
      ...MirrorOfPerson
      whatWouldSee(organization: $organization, purpose: $purpose) {
        id
        ...MirrorOfPerson
        withheld {
          category
          owner
          reason
        }
      }
    }
  }
`);

interface MirrorProps {
  /** Through whose eyes. */
  readonly organizationId: string;
  readonly purpose: string;
  /** What the permission would open. */
  readonly categories: readonly GrantCategory[];
  /** What is compared. */
  readonly shown: readonly GrantCategory[];
}

/** What an organisation sees now for a purpose, beside what it would see with a permission. */
export const Mirror = definePart({
  document: PermissionMirror,
  variables: ({ organizationId, purpose }: MirrorProps) => ({ organization: organizationId, purpose }),
  Component: function MirrorOfPermission({ answer, categories, shown }) {
    const { i18n } = useLingui();
    return (
      <ul className="grid gap-3">
        {shown.map((category) => {
          const now = seenNow(answer, category);
          const isWanted = categories.includes(category);
          return (
            <li key={category} className="grid gap-2 rounded-xl border border-line p-3">
              <h3>{i18n._(categoryTerms[category])}</h3>
              <div className={`grid gap-3 ${isWanted ? 'sm:grid-cols-2' : ''}`}>
                <Side title={<Trans>İndi görür</Trans>}>
                  <Seen {...now} />
                </Side>
                {isWanted && (
                  <Side title={<Trans>Bu icazə ilə görər</Trans>} isNew={now.section.kind === 'withheld'}>
                    <Seen {...ownOf(answer, category)} />
                  </Side>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    );
  },
});

interface SeenProps {
  readonly category: GrantCategory;
  readonly section: Section<unknown>;
  readonly person: MirrorOfPersonFragment | null;
}

function seenNow(answer: Answer<PermissionMirrorQuery>, category: GrantCategory): SeenProps {
  const seen = answer.data.me?.whatWouldSee;
  const section = sectionOf(answer, ['me', 'whatWouldSee', mirrorFields[category]], {
    category,
    parts: seen?.withheld,
  });
  return { category, section, person: readFragment(MirrorOfPerson, seen ?? null) };
}

function ownOf(answer: Answer<PermissionMirrorQuery>, category: GrantCategory): SeenProps {
  const section = sectionOf(answer, ['me', mirrorFields[category]]);
  return { category, section, person: readFragment(MirrorOfPerson, answer.data.me ?? null) };
}

function Side(props: { title: ReactNode; isNew?: boolean; children: ReactNode }) {
  return (
    <div className={`grid content-start gap-1 rounded-lg p-3 ${props.isNew ? 'bg-accent-soft' : 'bg-sunken'}`}>
      <p className="flex flex-wrap items-center gap-2 text-sm font-semibold text-soft">
        {props.title}
        {props.isNew && (
          <Tag tone="info">
            <Trans>yeni</Trans>
          </Tag>
        )}
      </p>
      {props.children}
    </div>
  );
}

function Seen({ category, section, person }: SeenProps) {
  switch (section.kind) {
    case 'data':
      return person === null ? null : <MirrorLines category={category} person={person} />;
    case 'down':
      return <Trans>Bunu saxlayan üzv hazırda cavab vermir.</Trans>;
    case 'withheld':
      return (
        <p className="flex items-center gap-2">
          <Lock />
          <Trans>Görmür</Trans>
        </p>
      );
    case 'empty':
      return (
        <p className="text-soft">
          <Trans>Burada sizin haqqınızda heç nə yoxdur.</Trans>
        </p>
      );
  }
}
