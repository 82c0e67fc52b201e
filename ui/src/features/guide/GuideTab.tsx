/** The guided way through a case: one step at a time, every other one in sight below. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { errorWords } from '../../api/errors';
import type { CaseView } from '../../api/generated/CaseView';
import type { GuideDto } from '../../api/generated/GuideDto';
import { usePlatform } from '../../api/platform';
import { guideQuery, useGuide } from '../../api/queries';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { Skeleton } from '../../components/Skeleton';
import { useWords } from '../../lib/words';
import { CloseDialog } from '../case/CloseDialog';
import type { CaseTab } from '../case/tabs';
import { Finished } from './Finished';
import { afterStep, beside, isMove, shownStep, stepsOf } from './route';
import { StepCard } from './StepCard';
import { StepList } from './StepList';
import { SwitchPlaybook } from './SwitchPlaybook';
import classes from './GuideTab.module.css';

type GuideTabProps = {
  view: CaseView;
  /** The step that stands in the address; undefined for the one to do first. */
  chosen: string | undefined;
  onChoose: (step: string | undefined) => void;
  onGo: (tab: CaseTab) => void;
};

export function GuideTab({ view, chosen, onChoose, onGo }: GuideTabProps): ReactNode {
  const words = useWords();
  const guide = useGuide(view.id);
  if (view.stage === 'closed') return <Finished view={view} />;
  if (guide.error !== null) {
    return (
      <Notice tone="danger" live title={words.say('win-guide-trouble')} action={<Button size="xs" onClick={() => void guide.refetch()}>{words.say('win-retry')}</Button>}>
        {errorWords(guide.error, words)}
      </Notice>
    );
  }
  if (guide.data === undefined) return <Skeleton lines={6} />;
  return <Loaded view={view} guide={guide.data} chosen={chosen} onChoose={onChoose} onGo={onGo} />;
}

function Loaded({ view, guide, chosen, onChoose, onGo }: GuideTabProps & { guide: GuideDto }): ReactNode {
  const { say } = useWords();
  const platform = usePlatform();
  const client = useQueryClient();
  const body = useRef<HTMLDivElement>(null);
  const [closing, setClosing] = useState(false);
  const [switching, setSwitching] = useState(false);
  const moved = useRef(false);
  // The step at hand stays at hand while the answers on it change what comes first.
  const [pinned, setPinned] = useState<string | undefined>(chosen);
  const known = stepsOf(guide).some((one) => one.id === chosen);
  const step = shownStep(guide, known ? chosen : pinned);
  const id = step?.id;
  if (pinned !== id) setPinned(id);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    const title = body.current?.querySelector<HTMLElement>('[data-step] h2');
    title?.focus();
    title?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  if (step === undefined) return <Notice>{say('win-guide-nothing')}</Notice>;

  const show = (to: string | null): void => {
    if (to === null) return;
    moved.current = true;
    onChoose(to);
  };
  /** What is next is asked again: what was just done may have changed it. */
  const on = (): void => {
    client
      .query({ ...guideQuery(platform, view.id), staleTime: 0 })
      .then((fresh) => show(afterStep(fresh, step.id)))
      .catch(() => show(afterStep(guide, step.id)));
  };
  const steps = stepsOf(guide);
  const before = beside(guide, step.id, -1);
  const after = beside(guide, step.id, 1);
  return (
    <div className={classes.tab} ref={body}>
      <StepCard
        key={step.id}
        view={view}
        step={step}
        place={{ at: steps.filter((one, at) => at < steps.indexOf(step) && !isMove(one)).length + 1, of: steps.filter((one) => !isMove(one)).length }}
        onGo={onGo}
        onShow={show}
        onBack={before === null ? null : () => show(before)}
        onOn={on}
        onSkipOver={after === null ? null : () => show(after)}
        onClose={() => setClosing(true)}
      />
      <StepList guide={guide} shown={step.id} onShow={show} />
      <div className={classes.switch}>
        <Button kind="quiet" size="xs" onClick={() => setSwitching(true)}>
          {say('win-switch', { playbook: view.playbook_title })}
        </Button>
      </div>
      <SwitchPlaybook view={view} open={switching} onClose={() => setSwitching(false)} />
      <CloseDialog view={view} open={closing} onClose={() => setClosing(false)} />
    </div>
  );
}
