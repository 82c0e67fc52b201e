/** How pressing a date is: by word and shape first, by colour second. */
import { IconAlertOctagonFilled, IconCalendarEvent, IconCheck, IconClockFilled, IconHourglassHigh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Urgency as Pressing } from '../lib/dates';
import classes from './Urgency.module.css';

const ICONS = {
  overdue: IconAlertOctagonFilled,
  today: IconClockFilled,
  soon: IconHourglassHigh,
  later: IconCalendarEvent,
  done: IconCheck,
};

export function asUrgency(text: string): Pressing {
  return text in ICONS ? (text as Pressing) : 'later';
}

export function Urgency({ urgency, children }: { urgency: Pressing; children: ReactNode }): ReactNode {
  const Icon = ICONS[urgency];
  return (
    <span className={classes.urgency} data-urgency={urgency}>
      <Icon size="1rem" aria-hidden />
      <span>{children}</span>
    </span>
  );
}
