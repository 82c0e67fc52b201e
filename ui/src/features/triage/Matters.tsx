/** The first question: whose money, or no money at all. */
import { IconAlertSquareRounded, IconCashOff, IconMailOpened, IconReceiptTax } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useWords } from '../../lib/words';
import { MATTERS } from './heard';
import classes from './TriagePage.module.css';

const ICONS = { principal: IconCashOff, fee: IconReceiptTax, service: IconAlertSquareRounded, notice: IconMailOpened };

export function Matters({ value, onChange }: { value: string; onChange: (matter: string) => void }): ReactNode {
  const { say } = useWords();
  const id = useId();
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{say('win-triage-matter')}</legend>
      <div className={classes.matters}>
        {MATTERS.map((matter) => {
          const Icon = ICONS[matter];
          return (
            <label key={matter} className={classes.matter} data-chosen={matter === value}>
              <input className="visually-hidden" type="radio" name={id} value={matter} checked={matter === value} onChange={() => onChange(matter)} />
              <Icon size="1.5rem" stroke={1.5} aria-hidden />
              <span>
                <strong>{say(`win-matter-${matter}`)}</strong>
                <span className={classes.about}>{say(`win-matter-${matter}-about`)}</span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
