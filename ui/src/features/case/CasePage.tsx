/** One case: who, what, how much, until when; where it stands; what to do next; and the facts always in sight. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { errorWords } from '../../api/errors';
import type { CaseView } from '../../api/generated/CaseView';
import { useCase, useGuide } from '../../api/queries';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Skeleton } from '../../components/Skeleton';
import { Tabs } from '../../components/Tabs';
import { useShortcut } from '../../lib/shortcuts';
import { useWords } from '../../lib/words';
import { DeadlineTab } from '../deadlines/DeadlineTab';
import { EvidenceTab } from '../evidence/EvidenceTab';
import { ContactTab } from '../contact/ContactTab';
import { DropCurtain } from '../evidence/DropCurtain';
import { IntakeProvider } from '../evidence/intake';
import { IntakeStatus } from '../evidence/IntakeStatus';
import { GuideTab } from '../guide/GuideTab';
import { stepFor } from '../guide/route';
import { PacketTab } from '../packet/PacketTab';
import { CaseHeader } from './CaseHeader';
import { FactsPanel } from './FactsPanel';
import { HistoryTab } from './HistoryTab';
import { RecordTab } from './RecordTab';
import { pressPrimary } from './primary';
import { TABS, type CaseTab } from './tabs';
import classes from './CasePage.module.css';

export function CasePage(): ReactNode {
  const { id = '' } = useParams({ strict: false });
  const words = useWords();
  const navigate = useNavigate();
  const query = useCase(id);
  if (query.isError) {
    return (
      <EmptyState
        title={words.say('win-case-trouble')}
        text={errorWords(query.error, words)}
        action={<Button onClick={() => void query.refetch()}>{words.say('win-retry')}</Button>}
        secondary={
          <Button kind="quiet" onClick={() => void navigate({ to: '/cases' })}>
            {words.say('win-cases')}
          </Button>
        }
      />
    );
  }
  if (query.data === undefined) {
    return (
      <div className={classes.waiting}>
        <Skeleton lines={9} />
      </div>
    );
  }
  return <LoadedCase key={query.data.id} view={query.data} />;
}

function LoadedCase({ view }: { view: CaseView }): ReactNode {
  const { say } = useWords();
  const navigate = useNavigate();
  const { tab = 'next', step } = useSearch({ strict: false });
  const body = useRef<HTMLDivElement>(null);
  const go = useCallback(
    (to: CaseTab) => void navigate({ to: '/cases/$id', params: { id: view.id }, search: { ...(to === 'next' ? {} : { tab: to }), ...(step === undefined ? {} : { step }) }, replace: true }),
    [navigate, view.id, step],
  );
  const choose = useCallback(
    (to: string | undefined) => void navigate({ to: '/cases/$id', params: { id: view.id }, search: to === undefined ? {} : { step: to }, replace: true }),
    [navigate, view.id],
  );
  const guide = useGuide(view.id).data;
  const goToStep = (what: string, kind: string | null): void => {
    const found = guide === undefined ? null : stepFor(guide, what, kind);
    if (found === null) go(what === 'evidence' ? 'evidence' : 'record');
    else choose(found);
  };
  const wantsStep = useRef(false);
  const nextStep = useCallback(() => {
    if (tab === 'next') {
      pressPrimary(body.current);
      return;
    }
    wantsStep.current = true;
    go('next');
  }, [tab, go]);
  useShortcut('nextStep', nextStep);
  useEffect(() => {
    if (tab !== 'next' || !wantsStep.current) return;
    wantsStep.current = false;
    body.current?.querySelector<HTMLElement>('[data-step] h2')?.focus();
  }, [tab]);

  const open = view.deadlines.filter((deadline) => !deadline.done).length;
  const counts: Partial<Record<CaseTab, number>> = { evidence: view.evidence.length, deadlines: open, packet: view.packets.length };
  const tabs = TABS.map((key) => ({ key, label: say(`win-tab-${key}`), ...(counts[key] === undefined ? {} : { count: counts[key] }) }));
  return (
    <IntakeProvider view={view}>
      <div className={classes.page}>
        <CaseHeader view={view} />
        <div className={classes.columns}>
          <div className={classes.left} ref={body}>
            <Tabs label={say('win-tabs')} tabs={tabs} chosen={tab} onChoose={go}>
              <IntakeStatus tab={tab} />
              {tab === 'next' && <GuideTab view={view} chosen={step} onChoose={choose} onGo={go} />}
              {tab === 'evidence' && <EvidenceTab view={view} />}
              {tab === 'record' && <RecordTab view={view} />}
              {tab === 'contact' && <ContactTab view={view} />}
              {tab === 'deadlines' && <DeadlineTab view={view} />}
              {tab === 'packet' && <PacketTab view={view} />}
              {tab === 'history' && <HistoryTab view={view} />}
            </Tabs>
          </div>
          <FactsPanel view={view} onGo={go} onStep={goToStep} />
        </div>
        <DropCurtain />
      </div>
    </IntakeProvider>
  );
}
