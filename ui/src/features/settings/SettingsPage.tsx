/** Language, look, playbooks, and whether the data is whole. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Args } from '../../platform';
import { usePlatform } from '../../api/platform';
import { keys, useAppInfo } from '../../api/queries';
import { RowChoice } from '../../components/Choice';
import { Notice } from '../../components/Notice';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import { Playbooks } from '../playbooks/Playbooks';
import { Doctor } from './Doctor';
import classes from './SettingsPage.module.css';

type Preferences = Args<'set_preferences'>;

export function SettingsPage(): ReactNode {
  const { say } = useWords();
  const info = useAppInfo();
  return (
    <div className={classes.page}>
      <h1>{say('win-settings')}</h1>
      {info.notices.map((notice) => (
        <Notice key={notice.code} tone="warn" title={notice.message}>
          {notice.mend}
        </Notice>
      ))}
      <Look />
      <section className={classes.section} aria-labelledby="settings-playbooks">
        <h2 id="settings-playbooks">{say('win-playbooks')}</h2>
        <Playbooks />
      </section>
      <section className={classes.section} aria-labelledby="settings-data">
        <h2 id="settings-data">{say('win-data')}</h2>
        <p>{say('win-data-text')}</p>
        <p className={classes.folder}>{info.data_folder}</p>
        <Doctor />
      </section>
      <p className="dim small">{say('win-version', { version: info.version })}</p>
    </div>
  );
}

function Look(): ReactNode {
  const { say } = useWords();
  const platform = usePlatform();
  const client = useQueryClient();
  const tell = useTell();
  const info = useAppInfo();
  const set = (change: Preferences): void => {
    platform.call('set_preferences', change).then((next) => {
      client.setQueryData(keys.appInfo, next);
      // Steps, findings and history cross in words.
      for (const key of ['catalog', 'case', 'guide', 'history', 'packet-check', 'deadlines', 'response-codes', 'sheet', 'shop-findings', 'tasks', 'task-proposals', 'playbook']) void client.invalidateQueries({ queryKey: [key] });
    }, tell.refused);
  };
  const language = info.language_chosen ? info.language : 'system';
  return (
    <section className={classes.section} aria-labelledby="settings-look">
      <h2 id="settings-look">{say('win-look')}</h2>
      <RowChoice
        label={say('win-field-language')}
        options={['system', 'zh-CN', 'en'].map((value) => ({ value, label: say(`win-language-${value}`) }))}
        value={language}
        onChange={(value) => set({ language: value as NonNullable<Preferences['language']> })}
      />
      <RowChoice
        label={say('win-field-theme')}
        options={['system', 'light', 'dark'].map((value) => ({ value, label: say(`win-theme-${value}`) }))}
        value={info.theme}
        onChange={(value) => set({ theme: value as NonNullable<Preferences['theme']> })}
      />
    </section>
  );
}
