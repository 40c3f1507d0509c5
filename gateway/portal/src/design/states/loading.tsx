import { Trans } from '@lingui/react/macro';

/** While nothing has come yet: the shape of what comes, told to screen readers in words. */
export function Loading() {
  return (
    <div role="status" aria-busy className="grid gap-4 py-6">
      <span className="sr-only">
        <Trans>Yüklənir…</Trans>
      </span>
      {['w-2/5', 'w-full', 'w-4/5'].map((width) => (
        <div key={width} aria-hidden className={`h-5 animate-pulse rounded bg-sunken ${width}`} />
      ))}
    </div>
  );
}
