/** Proof asked for, with the place to put it: drop, paste or choose. What is there already shows as small pictures. */
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import type { AskedDto } from '../../api/generated/AskedDto';
import type { CaseView } from '../../api/generated/CaseView';
import { usePlatform } from '../../api/platform';
import { Button } from '../../components/Button';
import { Picture } from '../../components/Picture';
import { useWords } from '../../lib/words';
import { useIntake } from '../evidence/intake';
import { Viewer } from '../evidence/Viewer';
import classes from './Asked.module.css';

type AskedProps = { view: CaseView; asked: AskedDto; primary: boolean };

export function Asked({ view, asked, primary }: AskedProps): ReactNode {
  const { say } = useWords();
  const id = useId();
  const { choose, closed, hovering, progress } = useIntake();
  const has = asked.have.length > 0;
  return (
    <div className={classes.zone} role="group" aria-labelledby={`${id}-name`} data-kind={asked.kind} data-hovering={hovering && !closed} data-has={has}>
      <div className={classes.head}>
        <h3 id={`${id}-name`} className={classes.name}>
          {has && <IconCircleCheckFilled size="1.125rem" aria-hidden />}
          {asked.name}
          <span className={classes.tag}>{has ? say('win-asked-have', { count: asked.have.length }) : say(asked.mandatory ? 'win-asked-needed' : 'win-optional')}</span>
        </h3>
        {!closed && (
          <span {...(primary ? { 'data-step-primary': true } : {})}>
            <Button kind={primary ? 'primary' : 'default'} size={primary ? 'sm' : 'xs'} onClick={() => choose(asked.kind)} describedBy={`${id}-name`} disabled={progress !== null}>
              {say(has ? 'win-asked-more' : 'win-files-choose')}
            </Button>
          </span>
        )}
      </div>
      <dl className={classes.facts}>
        <div>
          <dt>{say('win-asked-good')}</dt>
          <dd>{asked.good}</dd>
        </div>
        {asked.proves !== '' && (
          <div>
            <dt>{say('win-asked-proves')}</dt>
            <dd>{asked.proves}</dd>
          </div>
        )}
        {asked.never !== null && (
          <div>
            <dt className={classes.never}>{say('win-guide-never')}</dt>
            <dd>{asked.never}</dd>
          </div>
        )}
      </dl>
      <Have view={view} asked={asked} />
      {!has && !closed && <p className={classes.hint}>{say('win-asked-drop')}</p>}
    </div>
  );
}

function Have({ view, asked }: { view: CaseView; asked: AskedDto }): ReactNode {
  const { say } = useWords();
  const platform = usePlatform();
  const [shown, setShown] = useState<string | null>(null);
  const exhibits = view.evidence.filter((one) => asked.have.includes(one.id));
  if (exhibits.length === 0) return null;
  return (
    <>
      <ul className={classes.have}>
        {exhibits.slice(0, 8).map((exhibit) => (
          <li key={exhibit.id}>
            <button type="button" className={classes.picture} onClick={() => setShown(exhibit.id)} aria-label={say('win-evidence-view', { label: exhibit.label })}>
              <Picture src={platform.pictureUrl(exhibit.id, 1, 256)} alt="" />
              <span aria-hidden>{exhibit.label}</span>
            </button>
          </li>
        ))}
      </ul>
      <Viewer exhibits={exhibits} shown={shown} closed={view.stage === 'closed'} onShow={setShown} />
    </>
  );
}
