import { createLink } from '@tanstack/react-router';
import type { ComponentProps, Ref } from 'react';
import { buttonLook, buttonShape } from './button.js';

interface AnchorProps extends ComponentProps<'a'> {
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A link in a sentence or a list. */
export const Link = createLink(function PlainLink(props: AnchorProps) {
  return <a {...props} className="text-accent underline underline-offset-4 hover:opacity-80" />;
});

/** A link that looks like a button: the main way on from a page. */
export const ButtonLink = createLink(function ButtonLike({
  variant = 'primary',
  ...props
}: AnchorProps & { variant?: keyof typeof buttonLook }) {
  return <a {...props} className={`${buttonShape} ${buttonLook[variant]}`} />;
});
