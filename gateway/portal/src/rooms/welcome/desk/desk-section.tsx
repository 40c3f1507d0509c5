import type { ComponentProps } from 'react';
import { Notice } from '../../../design/states/notice.js';
import { PageSection } from '../../../design/states/section.js';

/** What the graph answers to whoever has no right to a list, which is no failure of a member. */
const refusals: ReadonlySet<string> = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);

/** A part of a page for officers: as any other, but a refusal is said in the graph’s words. */
export function DeskSection<Value>(props: ComponentProps<typeof PageSection<Value>>) {
  const { of, title } = props;
  if (of.kind !== 'down' || !refusals.has(of.error.code)) return <PageSection {...props} />;
  return (
    <section className="grid gap-3">
      <h2>{title}</h2>
      <Notice tone="neutral" title={of.error.message} />
    </section>
  );
}
