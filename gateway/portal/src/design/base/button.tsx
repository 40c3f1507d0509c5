import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';

export const buttonLook = {
  primary: 'bg-accent text-accent-ink hover:opacity-90',
  secondary: 'border border-line-strong bg-raised text-ink hover:bg-sunken',
  /** The view of several that is shown. */
  chosen: 'border border-accent bg-accent-soft text-accent',
  quiet: 'text-accent underline underline-offset-4 hover:bg-sunken',
  danger: 'border border-danger bg-raised text-danger hover:bg-danger-soft',
} as const;

/** What buttons and links that look like them have in common: a target that a thumb hits. */
export const buttonShape =
  'inline-flex min-h-target min-w-target cursor-pointer items-center justify-center gap-2 rounded-lg px-4 py-2 text-center font-semibold no-underline disabled:cursor-not-allowed disabled:opacity-60 data-[disabled]:cursor-not-allowed data-[disabled]:opacity-60';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly variant?: keyof typeof buttonLook;
  readonly children: ReactNode;
}

/** Does something; a link goes somewhere. While `isPending` it stays in focus and does nothing. */
export function Button({ variant = 'primary', children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`${buttonShape} ${buttonLook[variant]} ${props.isPending ? 'opacity-60' : ''}`}>
      {children}
    </AriaButton>
  );
}
