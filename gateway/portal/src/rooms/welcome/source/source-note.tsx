import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';

const SourceNote_source = graphql(`
  fragment SourceNote_source on Source {
    document
    generated
    sentences
  }
`);

/** Where a fact is stated, to be opened by who wants to know; of what is made up, that it is. */
export function SourceNote(props: { source: FragmentType<typeof SourceNote_source> | null | undefined }) {
  const source = readFragment(SourceNote_source, props.source);
  if (source == null) return null;
  if (source.generated) return <p className="text-sm text-soft">{source.document}</p>;
  return (
    <details className="text-sm text-soft">
      <summary className="flex min-h-target cursor-pointer items-center underline underline-offset-4">
        <Trans>Mənbə</Trans>
      </summary>
      <div className="grid gap-2 border-l-2 border-line pl-3">
        <p>{source.document}</p>
        {source.sentences.map((sentence) => (
          <blockquote key={sentence}>“{sentence}”</blockquote>
        ))}
      </div>
    </details>
  );
}
