/** Whom to turn to, in which order, with what in hand, and what to ask of them. */
import { IconMessage, IconPhone } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { errorWords } from '../../api/errors';
import type { CaseView } from '../../api/generated/CaseView';
import type { RungDto } from '../../api/generated/RungDto';
import { useCatalog, useGuide } from '../../api/queries';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { Skeleton } from '../../components/Skeleton';
import { useWords } from '../../lib/words';
import { Facts } from '../guide/Source';
import { SheetDialog, type SheetAsked } from '../sheet/SheetDialog';
import classes from './ContactTab.module.css';

export function ContactTab({ view }: { view: CaseView }): ReactNode {
  const words = useWords();
  const { say } = words;
  const guide = useGuide(view.id);
  const { roles } = useCatalog();
  const [asked, setAsked] = useState<SheetAsked | null>(null);
  if (guide.error !== null) {
    return (
      <Notice tone="danger" live>
        {errorWords(guide.error, words)}
      </Notice>
    );
  }
  if (guide.data === undefined) return <Skeleton lines={6} />;
  const { ladder, demands, compliance } = guide.data;
  const call = (role: string): void => setAsked({ sheet: 'call', case: view.id, role });
  return (
    <div className={classes.tab}>
      <section className={classes.section} aria-labelledby="contact-ladder">
        <div className={classes.head}>
          <h2 id="contact-ladder">{say('win-ladder')}</h2>
          <Button size="xs" icon={<IconMessage size="1rem" aria-hidden />} onClick={() => setAsked({ sheet: 'customer', case: view.id, role: '' })}>
            {say('win-sheet-customer')}
          </Button>
        </div>
        <p className="dim">{say('win-ladder-text')}</p>
        <ol className={classes.ladder}>
          {ladder.map((rung, at) => (
            <Rung key={rung.id} rung={rung} at={at + 1} view={view} onCall={roles.includes(rung.role) && rung.role !== 'customer' ? () => call(rung.role) : null} />
          ))}
        </ol>
      </section>
      {demands.length > 0 && (
        <section className={classes.section} aria-labelledby="contact-demands">
          <h2 id="contact-demands">{say('win-demands')}</h2>
          <ul className={classes.demands}>
            {demands.map((demand) => (
              <li key={demand.id}>
                <p>{demand.text}</p>
                <Facts facts={demand.facts} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {compliance.length > 0 && (
        <section className={classes.section} aria-labelledby="contact-compliance">
          <h2 id="contact-compliance">{say('win-compliance')}</h2>
          <ul className={classes.demands}>
            {compliance.map((one) => (
              <li key={one.id}>
                <p>{one.text}</p>
                <Facts facts={one.facts} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <SheetDialog asked={asked} onClose={() => setAsked(null)} />
    </div>
  );
}

function Rung({ rung, at, view, onCall }: { rung: RungDto; at: number; view: CaseView; onCall: (() => void) | null }): ReactNode {
  const { say } = useWords();
  const party = view.parties.find((one) => one.role === rung.role);
  return (
    <li className={classes.rung}>
      <span className={classes.number} aria-hidden>
        {at}
      </span>
      <div className={classes.what}>
        <div className={classes.head}>
          <h3>
            {say(`role-${rung.role}`)}
            {party !== undefined && <span className={classes.party}>{[party.name, party.contact].filter((text) => text !== '').join(' · ')}</span>}
          </h3>
          {onCall !== null && (
            <Button size="xs" icon={<IconPhone size="1rem" aria-hidden />} onClick={onCall}>
              {say('win-sheet-call')}
            </Button>
          )}
        </div>
        <p>{rung.what}</p>
        <dl className={classes.facts}>
          {rung.can !== null && (
            <div>
              <dt>{say('win-rung-can')}</dt>
              <dd>{rung.can}</dd>
            </div>
          )}
          {rung.cannot !== null && (
            <div>
              <dt>{say('win-rung-cannot')}</dt>
              <dd>{rung.cannot}</dd>
            </div>
          )}
          {rung.move_on_when !== '' && (
            <div>
              <dt>{say('win-rung-move-on')}</dt>
              <dd>{rung.move_on_when}</dd>
            </div>
          )}
        </dl>
        <Facts facts={rung.facts} />
      </div>
    </li>
  );
}
