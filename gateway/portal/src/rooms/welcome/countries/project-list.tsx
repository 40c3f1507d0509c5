import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatList } from '../../../language/format.js';
import { SourceNote } from '../source/source-note.js';
import { projectStatusTerms } from '../welcome-terms.js';

const ProjectList_project = graphql(`
  fragment ProjectList_project on JointProject {
    id
    title
    status
    withoutAgreement
    countries {
      code
    }
    source {
      ...SourceNote_source
    }
  }
`);

/** Joint projects: where they stand and which countries take part. */
export function ProjectList(props: { projects: readonly FragmentType<typeof ProjectList_project>[] }) {
  const { i18n } = useLingui();
  const projects = readFragment(ProjectList_project, props.projects);
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {projects.map(({ id, title, status, withoutAgreement, countries, source }) => (
        <li key={id} className="grid content-start gap-1 border-l-4 border-line pl-3">
          <span className="font-semibold">{title}</span>
          <span className="text-soft">{formatList((countries ?? []).map(({ code }) => formatCountry(code)))}</span>
          <span className="flex flex-wrap gap-2">
            <Tag tone={status === 'RUNNING' ? 'success' : 'neutral'}>{i18n._(projectStatusTerms[status])}</Tag>
            {withoutAgreement && (
              <Tag tone="warning">
                <Trans>Sazişə əsaslanmır</Trans>
              </Tag>
            )}
          </span>
          <SourceNote source={source} />
        </li>
      ))}
    </ul>
  );
}
