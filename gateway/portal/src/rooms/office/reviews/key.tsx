/** A key of the keyboard, beside the button that it presses; there is none on a phone. */
export function Key({ name, isShown }: { name: string; isShown: boolean }) {
  if (!isShown) return null;
  return (
    <kbd aria-hidden className="hidden rounded border border-current px-1.5 text-sm font-normal sm:inline">
      {name}
    </kbd>
  );
}
