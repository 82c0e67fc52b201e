/** Checks database, history and every stored file, and says how to mend what it finds. */
import { useState, type ReactNode } from 'react';
import { useJob } from '../../api/commands';
import { errorWords } from '../../api/errors';
import type { DoctorReport } from '../../api/generated/DoctorReport';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { Progress } from '../../components/Progress';
import { useWords } from '../../lib/words';
import classes from './SettingsPage.module.css';

export function Doctor(): ReactNode {
  const words = useWords();
  const { say } = words;
  const { progress, run, cancel } = useJob('doctor');
  const [report, setReport] = useState<DoctorReport | null>(null);
  const [error, setError] = useState<unknown>(null);
  const check = async (): Promise<void> => {
    setReport(null);
    setError(null);
    try {
      setReport(await run({}));
    } catch (reason) {
      setError(reason);
    }
  };
  if (progress !== null) return <Progress progress={progress} label={say('win-doctor-running')} onCancel={cancel} />;
  return (
    <>
      <div>
        <Button onClick={() => void check()}>{say('win-doctor')}</Button>
      </div>
      {error !== null && (
        <Notice tone="danger" live>
          {errorWords(error, words)}
        </Notice>
      )}
      {report?.ok === true && (
        <Notice tone="good" live>
          {say('win-doctor-well')}
        </Notice>
      )}
      {report !== null && report.findings.length > 0 && (
        <div className={classes.findings} role="status">
          {report.findings.map((finding, at) => (
            <Notice key={`${finding.code}-${at}`} tone="warn" title={finding.message}>
              {finding.mend}
            </Notice>
          ))}
        </div>
      )}
    </>
  );
}
