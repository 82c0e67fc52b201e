/** A calm message in its place: what happened, what is safe, what to do. */
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

type NoticeProps = {
  tone?: 'info' | 'warn' | 'danger' | 'good';
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Read out at once, because it answers what was just done. */
  live?: boolean;
};

const ICONS = { info: IconInfoCircle, warn: IconAlertTriangle, danger: IconAlertTriangle, good: IconCircleCheck };

export function Notice({ tone = 'info', title, children, action, live }: NoticeProps): ReactNode {
  const Icon = ICONS[tone];
  return (
    <div className={classes.notice} data-tone={tone} {...(live === true ? { role: tone === 'danger' ? 'alert' : 'status' } : {})}>
      <Icon size="1.125rem" aria-hidden />
      <div className={classes.body}>
        {title !== undefined && <p className={classes.title}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}
