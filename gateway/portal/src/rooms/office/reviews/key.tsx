interface KeyProps {
  readonly name: string;
  readonly isShown: boolean;
  /** Whether it is read aloud, which beside the name of a button it is not. */
  readonly isTold?: boolean;
}

/** A key of the keyboard, beside what it does; there is none on a phone. */
export function Key({ name, isShown, isTold = false }: KeyProps) {
  if (!isShown) return null;
  return (
    <kbd
      aria-hidden={!isTold}
      className="hidden min-w-6 rounded border border-current px-1.5 text-center text-sm font-normal sm:inline-block"
    >
      {name}
    </kbd>
  );
}
