import { Link } from '@tanstack/react-router';

const shape = 'inline-flex min-h-target items-center rounded-lg px-3 no-underline hover:bg-sunken';

interface NavigationLinkProps {
  readonly path: string;
  readonly title: string;
  readonly isBrand?: boolean;
  /** How many things wait there; none unless it is above 0. */
  readonly waiting?: number;
}

/** Places that others in the bar lie under: they are where the reader is only themselves. */
const alone = new Set(['/', '/me']);

/** A place in the bar; the one where the reader is, or that leads to where the reader is, says so. */
export function NavigationLink({ path, title, isBrand = false, waiting = 0 }: NavigationLinkProps) {
  return (
    <Link
      to={path}
      activeOptions={{ exact: alone.has(path) }}
      activeProps={isBrand ? {} : { className: 'bg-accent-soft font-semibold text-accent' }}
      className={`${shape} ${isBrand ? 'text-lg font-bold text-accent' : 'text-ink'}`}
    >
      {title}
      {waiting > 0 && (
        <span className="ml-2 rounded-full bg-accent px-2 text-sm font-semibold text-accent-ink">{waiting}</span>
      )}
    </Link>
  );
}
