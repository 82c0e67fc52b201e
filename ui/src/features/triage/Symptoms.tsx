/** What it looks like: any number of cards that go with what was said. */
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SymptomDto } from '../../api/generated/SymptomDto';
import { useWords } from '../../lib/words';
import classes from './TriagePage.module.css';

type SymptomsProps = { symptoms: SymptomDto[]; chosen: string[]; onChange: (chosen: string[]) => void };

export function Symptoms({ symptoms, chosen, onChange }: SymptomsProps): ReactNode {
  const { say } = useWords();
  const toggle = (id: string): void => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  if (symptoms.length === 0) return null;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{say('win-triage-symptoms')}</legend>
      <div className={classes.symptoms}>
        {symptoms.map(({ id, text }) => (
          <label key={id} className={classes.symptom} data-chosen={chosen.includes(id)}>
            <input className="visually-hidden" type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span className={classes.box} aria-hidden>
              {chosen.includes(id) && <IconCheck size="0.875rem" stroke={2.5} />}
            </span>
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
