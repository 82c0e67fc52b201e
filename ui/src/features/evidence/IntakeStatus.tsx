/** How far the files are, and what became of each: taken in, already there, or refused with the reason. */
import { IconX } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { errorWords } from '../../api/errors';
import type { AddReport } from '../../api/generated/AddReport';
import { IconButton } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { Progress } from '../../components/Progress';
import { useWords } from '../../lib/words';
import { useIntake } from './intake';
import classes from './IntakeStatus.module.css';

/** Stays until it is put away, or until the owner turns to another tab. */
export function IntakeStatus({ tab }: { tab: string }): ReactNode {
  const { say } = useWords();
  const { progress, cancel, report, putAway } = useIntake();
  useEffect(() => putAway, [tab, putAway]);
  if (progress !== null) {
    return (
      <div className={classes.status}>
        <Progress progress={progress} label={say('win-intake-running')} onCancel={cancel} />
      </div>
    );
  }
  return report === null ? null : <Report report={report} onPutAway={putAway} />;
}

function Report({ report, onPutAway }: { report: AddReport; onPutAway: () => void }): ReactNode {
  const words = useWords();
  const { say } = words;
  const fresh = report.added.filter((one) => one.duplicate_of === null);
  const again = report.added.filter((one) => one.duplicate_of !== null);
  const warnings = report.added.flatMap((one) => one.warnings.map((warning) => ({ label: one.label, ...warning })));
  const title = fresh.length > 0 ? say('win-intake-added', { count: fresh.length, labels: fresh.map((one) => one.label).join(' ') }) : say('win-intake-none');
  return (
    <div className={classes.status}>
      <Notice
        live
        tone={report.refused.length > 0 ? 'warn' : fresh.length > 0 ? 'good' : 'info'}
        title={title}
        action={
          <IconButton label={say('win-close')} onClick={onPutAway}>
            <IconX size="1rem" aria-hidden />
          </IconButton>
        }
      >
        {again.length > 0 && <p>{say('win-intake-duplicates', { count: again.length, labels: again.map((one) => one.label).join(' ') })}</p>}
        {warnings.map((warning) => (
          <p key={`${warning.label}-${warning.code}`}>
            {warning.label} · {warning.message}
          </p>
        ))}
        {report.refused.length > 0 && (
          <ul className={classes.refused} aria-label={say('win-intake-refused')}>
            {report.refused.map((refused, at) => (
              <li key={`${refused.name}-${at}`}>
                <strong>{refused.name}</strong> <span>{refused.message === '' ? errorWords({ ...refused, params: { name: refused.name } }, words) : refused.message}</span>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
