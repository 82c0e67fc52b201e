/** Where this leads: the likeliest way first, each with what speaks for it; and the whole list, to choose by hand. */
import type { ReactNode } from 'react';
import type { SuggestionDto } from '../../api/generated/SuggestionDto';
import { useCatalog } from '../../api/queries';
import { Button } from '../../components/Button';
import { Refusal } from '../../components/Refusal';
import { useWords } from '../../lib/words';
import classes from './Suggestions.module.css';

type SuggestionsProps = {
  found: SuggestionDto[];
  busy: string | null;
  error: unknown;
  onMasked: (text: string) => void;
  onBegin: (playbook: string) => void;
  onByHand: (playbook: string) => void;
};

const AT_MOST = 3;

export function Suggestions({ found, busy, error, onMasked, onBegin, onByHand }: SuggestionsProps): ReactNode {
  const { say } = useWords();
  const { playbooks } = useCatalog();
  return (
    <aside className={classes.panel} aria-labelledby="triage-found">
      <h2 id="triage-found">{say('win-triage-found')}</h2>
      <div role="status">
        {found.length === 0 && <p className="dim">{say('win-triage-nothing')}</p>}
        <ul className={classes.found}>
          {found.slice(0, AT_MOST).map((one, at) => (
            <li key={one.playbook} className={classes.one} data-first={at === 0}>
              <h3>{one.title}</h3>
              <p className={classes.summary}>{one.summary}</p>
              {one.because.length > 0 && (
                <div className={classes.because}>
                  <p className="dim">{say('win-triage-because')}</p>
                  <ul>
                    {one.because.map((reason) => (
                      <li key={reason}>{reason}</li>
                    ))}
                  </ul>
                </div>
              )}
              <div>
                {at === 0 ? (
                  <Button kind="primary" shortcut="nextStep" busy={busy === one.playbook} onClick={() => onBegin(one.playbook)}>
                    {say('win-triage-begin')}
                  </Button>
                ) : (
                  <Button size="xs" busy={busy === one.playbook} onClick={() => onBegin(one.playbook)}>
                    {say('win-triage-begin-this')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      </div>
      <Refusal reason={error} onMasked={onMasked} />
      <section className={classes.all} aria-labelledby="triage-all">
        <h2 id="triage-all" className={classes.allTitle}>
          {say('win-triage-by-hand')}
        </h2>
        <ul>
          {playbooks.map(({ id, title, summary }) => (
            <li key={id}>
              <button type="button" className={classes.choice} title={summary} onClick={() => onByHand(id)}>
                {title}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
