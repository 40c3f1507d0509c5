import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Facts } from '../../../design/base/facts.js';
import { Chevron } from '../../../design/base/icons.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay } from '../../../language/format.js';
import { SourceNote } from '../source/source-note.js';

const PlatformCard_platform = graphql(`
  fragment PlatformCard_platform on AlumniPlatform {
    id
    aim
    role
    legalForm
    foundedOn
    foundingConferenceOn
    organization {
      id
      name
    }
    goals {
      id
      text
    }
    duties {
      id
      text
    }
    activities {
      id
      text
    }
    pressReports {
      id
      title
      publisher
      publishedOn
    }
    source {
      ...SourceNote_source
    }
  }
`);

/** The platform: what it wants, its duties, what it has done and what the press told. */
export function PlatformCard(props: { platform: FragmentType<typeof PlatformCard_platform> }) {
  const { t } = useLingui();
  const platform = readFragment(PlatformCard_platform, props.platform);
  return (
    <article className="grid gap-4">
      <h3>{platform.organization?.name}</h3>
      <Facts
        rows={[
          [t`Məqsəd`, platform.aim],
          [t`Rolu`, platform.role],
          [t`Hüquqi forma`, platform.legalForm],
          [t`Təsis konfransı`, platform.foundingConferenceOn && formatDay(platform.foundingConferenceOn)],
          [t`Təsis günü`, platform.foundedOn && formatDay(platform.foundedOn)],
        ]}
      />
      <Statements title={<Trans>Hədəflər</Trans>} statements={platform.goals} />
      <Statements title={<Trans>Vəzifələr</Trans>} statements={platform.duties} />
      <Statements title={<Trans>Görülən işlər</Trans>} statements={platform.activities} />
      <Statements
        title={<Trans>Mətbuatda</Trans>}
        statements={platform.pressReports.map(({ id, title, publisher, publishedOn }) => ({
          id,
          text: `${title} (${publisher}, ${formatDay(publishedOn)})`,
        }))}
      />
      <SourceNote source={platform.source} />
    </article>
  );
}

interface StatementsProps {
  readonly title: ReactNode;
  readonly statements: readonly { readonly id: string; readonly text: string }[];
}

function Statements({ title, statements }: StatementsProps) {
  if (statements.length === 0) return null;
  return (
    <details className="border-t border-line">
      <summary className="flex min-h-target cursor-pointer items-center justify-between font-semibold">
        {title}
        <Chevron />
      </summary>
      <ul className="grid list-disc gap-1 pb-3 pl-5">
        {statements.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
