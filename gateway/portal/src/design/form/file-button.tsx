import type { ReactNode } from 'react';
import { buttonLook, buttonShape } from '../base/button.js';

interface FileButtonProps {
  /** Media types and endings of names, as `accept` of HTML has them. */
  readonly accept: string;
  readonly onChoose: (file: File) => void;
  /** While one is on its way: it stays in focus and does nothing. */
  readonly isPending?: boolean;
  /** The id of a text that says more. */
  readonly describedBy?: string;
  readonly children: ReactNode;
}

/** Chooses a file. The browser's own chooser speaks the browser's language, so ours is shown; the same file can be chosen again. */
export function FileButton({ accept, onChoose, isPending = false, describedBy, children }: FileButtonProps) {
  return (
    <label
      className={`${buttonShape} ${buttonLook.secondary} has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent`}
    >
      {children}
      <input
        type="file"
        accept={accept}
        aria-describedby={describedBy}
        aria-disabled={isPending}
        className="sr-only"
        onClick={(event) => {
          if (isPending) event.preventDefault();
        }}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) onChoose(file);
        }}
      />
    </label>
  );
}
