/** Buttons. One primary a screen; everything else quiet. */
import { ActionIcon, Button as LibraryButton } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { ariaShortcut, type Shortcut } from '../lib/shortcuts';
import { Tip } from './Tip';

type ButtonProps = {
  children: ReactNode;
  onClick?: () => void;
  kind?: 'primary' | 'default' | 'quiet' | 'danger';
  type?: 'button' | 'submit';
  size?: 'sm' | 'xs';
  icon?: ReactNode;
  busy?: boolean;
  disabled?: boolean;
  shortcut?: Shortcut;
  describedBy?: string;
  ref?: Ref<HTMLButtonElement>;
};

const VARIANTS = { primary: 'filled', default: 'default', quiet: 'subtle', danger: 'light' } as const;

export function Button({ children, kind = 'default', type = 'button', icon, busy, disabled, shortcut, describedBy, ...rest }: ButtonProps): ReactNode {
  const button = (
    <LibraryButton
      {...rest}
      type={type}
      variant={VARIANTS[kind]}
      {...(kind === 'danger' ? { color: 'red' } : {})}
      {...(icon === undefined ? {} : { leftSection: icon })}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': ariaShortcut(shortcut) })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      loading={busy ?? false}
      disabled={disabled ?? false}
    >
      {children}
    </LibraryButton>
  );
  return shortcut === undefined ? button : <Tip shortcut={shortcut}>{button}</Tip>;
}

type IconButtonProps = {
  /** Its name; also shown on hover. */
  label: string;
  /** Off where a tooltip would hide what the button opens. */
  tip?: boolean;
  children: ReactNode;
  onClick?: () => void;
  shortcut?: Shortcut;
  disabled?: boolean;
  pressed?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
};

export function IconButton({ label, tip = true, children, shortcut, disabled, pressed, className, ...rest }: IconButtonProps): ReactNode {
  const button = (
    <ActionIcon
      {...rest}
      {...(className === undefined ? {} : { className })}
      aria-label={label}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': ariaShortcut(shortcut) })}
      disabled={disabled ?? false}
    >
      {children}
    </ActionIcon>
  );
  if (!tip) return button;
  return (
    <Tip label={label} {...(shortcut === undefined ? {} : { shortcut })}>
      {button}
    </Tip>
  );
}
