/** What happened? Four ways to begin, what the screen said, what it looks like; beside it where this leads and why. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { usePlatform } from '../../api/platform';
import { forgetAround, useCatalog } from '../../api/queries';
import { MaskedOffer } from '../../components/Refusal';
import { Notice } from '../../components/Notice';
import { TextField } from '../../components/Field';
import { today } from '../../lib/dates';
import { useDraft } from '../../lib/drafts';
import { maskSecrets } from '../../lib/secret';
import { useShortcut } from '../../lib/shortcuts';
import { useWords } from '../../lib/words';
import { CodeHelp, readCode } from '../codes/CodeHelp';
import { beginCase } from './begin';
import { inOrder, NOTHING, symptomsFor, toAsk, type Heard } from './heard';
import { Matters } from './Matters';
import { Suggestions } from './Suggestions';
import { Symptoms } from './Symptoms';
import classes from './TriagePage.module.css';

const PAUSE_MS = 200;

export function TriagePage(): ReactNode {
  const { say } = useWords();
  const platform = usePlatform();
  const client = useQueryClient();
  const navigate = useNavigate();
  const catalog = useCatalog();
  const [heard, change, forget] = useDraft<Heard>('triage', NOTHING);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const asked = toAsk(usePaused(heard));
  const { data } = useQuery({
    queryKey: ['triage', asked],
    queryFn: () => (asked === null ? null : platform.call('triage', asked)),
    enabled: asked !== null,
    placeholderData: (before) => before,
  });
  const found = asked === null || data == null ? [] : inOrder(data.suggestions, catalog, heard.matter, say('win-triage-because-notice'));
  const masked = maskSecrets(heard.screen);

  const begin = async (playbook: string): Promise<void> => {
    if (busy !== null || masked !== null) return;
    setBusy(playbook);
    setError(null);
    const now = today();
    const name = catalog.playbooks.find(({ id }) => id === playbook)?.title ?? playbook;
    const title = say('win-triage-title', { playbook: name, month: say(`month-${Number(now.slice(5, 7))}`), day: String(Number(now.slice(8))) });
    const chosen = catalog.symptoms.filter(({ id }) => heard.symptoms.includes(id)).map(({ text }) => text);
    const remark = chosen.length === 0 ? '' : say('win-triage-remark', { symptoms: chosen.join(say('win-list-comma')) });
    try {
      const view = await beginCase(platform, playbook, title, heard, remark);
      forgetAround(client, view.id);
      forget();
      await navigate({ to: '/cases/$id', params: { id: view.id }, replace: true });
    } catch (reason) {
      setError(reason);
      setBusy(null);
    }
  };
  const first = found[0]?.playbook;
  useShortcut('nextStep', () => {
    if (first !== undefined) void begin(first);
  });
  return (
    <div className={classes.page}>
      <div className={classes.said}>
        <header>
          <h1>{say('win-new-what')}</h1>
          <p className="dim">{say('win-triage-text')}</p>
        </header>
        <Matters value={heard.matter} onChange={(matter) => change({ matter })} />
        <div className={classes.fields}>
          <TextField label={say('win-triage-screen')} hint={say('win-triage-screen-hint')} maxLength={400} value={heard.screen} onChange={(screen) => change({ screen })} />
          <TextField label={say('win-field-response-code')} example="68" maxLength={8} value={heard.code} onChange={(code) => change({ code })} />
        </div>
        {masked !== null && (
          <Notice tone="warn" live action={<MaskedOffer masked={masked} onUse={(screen) => change({ screen })} />}>
            {say('win-secret-seen')}
          </Notice>
        )}
        <CodeHelp code={readCode(heard.code)} />
        {heard.matter !== '' && <Symptoms symptoms={symptomsFor(catalog, heard.matter)} chosen={heard.symptoms} onChange={(symptoms) => change({ symptoms })} />}
      </div>
      <Suggestions
        found={found}
        busy={busy}
        error={error}
        onMasked={(text) => {
          change({ screen: text });
          setError(null);
        }}
        onBegin={(playbook) => void begin(playbook)}
        onByHand={(playbook) => void navigate({ to: '/cases/new', search: { playbook } })}
      />
    </div>
  );
}

/** What was said, once typing has paused; choices count at once. */
function usePaused(heard: Heard): Heard {
  const [paused, setPaused] = useState(heard);
  const { screen, code } = heard;
  useEffect(() => {
    const timer = setTimeout(() => setPaused((old) => ({ ...old, screen, code })), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [screen, code]);
  return { ...heard, screen: paused.screen, code: paused.code };
}
