import { Link } from '@tanstack/react-router';

const shape = 'inline-flex min-h-target items-center rounded-lg px-3 no-underline hover:bg-sunken';

/** A place in the bar; the one where the reader is says so. */
export function NavigationLink({ path, title, isBrand = false }: { path: string; title: string; isBrand?: boolean }) {
  return (
    <Link
      to={path}
      activeOptions={{ exact: true }}
      activeProps={isBrand ? {} : { className: 'bg-accent-soft font-semibold text-accent' }}
      className={`${shape} ${isBrand ? 'text-lg font-bold text-accent' : 'text-ink'}`}
    >
      {title}
    </Link>
  );
}
