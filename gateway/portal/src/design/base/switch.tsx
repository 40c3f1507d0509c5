import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';

interface SwitchProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** While the change is on its way: it stays in focus and does nothing. */
  readonly isPending?: boolean;
  readonly children: ReactNode;
}

/** Something that is on or off, and changes at once. */
export function Switch({ isPending = false, children, ...props }: SwitchProps) {
  return (
    <AriaSwitch
      {...props}
      isReadOnly={isPending}
      className={`group inline-flex min-h-target cursor-pointer items-center gap-3 ${isPending ? 'opacity-60' : ''}`}
    >
      <span className="flex h-7 w-12 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-1 group-data-[focus-visible]:outline-3 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-accent group-data-[selected]:border-accent group-data-[selected]:bg-accent">
        <span className="size-5 rounded-full bg-line-strong transition-transform group-data-[selected]:translate-x-5 group-data-[selected]:bg-accent-ink" />
      </span>
      {children}
    </AriaSwitch>
  );
}
