import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { MemberName } from './operator-parts.js';
import { differenceTerms, gravityTerms } from './operator-terms.js';

const Change = graphql(`
  fragment SchemaDifferences_change on GatewaySchemaChange {
    breaking
    dangerous
    safe
    changes {
      path
      kind
      gravity
      members
      message
    }
  }
`);

/** What changed for those who ask, the gravest first. */
export function SchemaDifferences({ change }: { change: FragmentType<typeof Change> }) {
  const { i18n } = useLingui();
  const { breaking, dangerous, safe, changes } = readFragment(Change, change);
  const more = breaking + dangerous + safe - changes.length;
  if (changes.length === 0) {
    return (
      <p className="text-soft">
        <Trans>Soruşanlar üçün heç nə dəyişməyib.</Trans>
      </p>
    );
  }
  return (
    <details className="rounded-lg border border-line">
      <summary className="min-h-target cursor-pointer px-3 py-2.5">
        <Trans>
          Köhnə sorğulara toxunan: {breaking}, gözlənilməz ola bilən: {dangerous}, təhlükəsiz: {safe}
        </Trans>
      </summary>
      <ul className="grid gap-3 border-t border-line p-3">
        {changes.map(({ path, kind, gravity, members, message }) => (
          <li key={`${path} ${message}`} className="grid gap-1 border-l-2 border-line pl-3">
            <span className="flex flex-wrap items-center gap-2">
              <code className="min-w-0 break-all">{path}</code>
              <span>{i18n._(differenceTerms[kind])}</span>
              <Tag tone={gravityTerms[gravity].tone}>{i18n._(gravityTerms[gravity].term)}</Tag>
            </span>
            <span className="flex flex-wrap gap-x-3 text-sm text-soft">
              {members.map((member) => (
                <span key={member}>
                  <MemberName member={member} />
                </span>
              ))}
              <span lang="en" className="min-w-0 wrap-anywhere">
                {message}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="px-3 pb-3 text-soft">
          <Trans>Daha {more} dəyişiklik göstərilmir.</Trans>
        </p>
      )}
    </details>
  );
}
