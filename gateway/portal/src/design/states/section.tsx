import type { ReactNode } from 'react';
import type { Section } from '../../data/answer.js';
import { NotShared } from './not-shared.js';
import { Notice } from './notice.js';
import { Unreachable } from './unreachable.js';

/** What the graph answers to whoever has no right to a list, which is no failure of a member, and neither is there nothing yet. */
const refusals: ReadonlySet<string> = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);

interface SectionProps<Value> {
  readonly title: ReactNode;
  readonly of: Section<Value>;
  /** The member that holds it, as people know it. */
  readonly owner: ReactNode;
  /** What is said when there is nothing yet. */
  readonly empty: ReactNode;
  readonly onRetry: () => void;
  /** How to ask for what is withheld. */
  readonly ask?: ReactNode;
  readonly children: (value: Value) => ReactNode;
}

/** A part of a page with a heading, in whichever of its kinds: what there is, withheld, refused in the graph's words, not to be reached, nothing yet. */
export function PageSection<Value>(props: SectionProps<Value>) {
  return (
    <section className="grid gap-3">
      <h2>{props.title}</h2>
      {contentOf(props)}
    </section>
  );
}

function contentOf<Value>(props: SectionProps<Value>): ReactNode {
  switch (props.of.kind) {
    case 'data':
      return props.children(props.of.value);
    case 'withheld':
      return <NotShared owner={props.owner} action={props.ask} />;
    case 'down':
      if (refusals.has(props.of.error.code)) return <Notice tone="neutral" title={props.of.error.message} />;
      return <Unreachable member={props.owner} onRetry={props.onRetry} />;
    case 'empty':
      return props.empty;
  }
}
