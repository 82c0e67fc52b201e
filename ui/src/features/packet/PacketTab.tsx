/** The packet: to whom, in which language, what to look at before, building it, and those built earlier. */
import { useState, type ReactNode } from 'react';
import { useJob, useRefreshCase } from '../../api/commands';
import { errorWords } from '../../api/errors';
import type { CaseView } from '../../api/generated/CaseView';
import type { ChannelInfo } from '../../api/generated/ChannelInfo';
import type { PacketReport } from '../../api/generated/PacketReport';
import { useCatalog, usePacketCheck } from '../../api/queries';
import { Button } from '../../components/Button';
import { Choice, RowChoice } from '../../components/Choice';
import { Notice } from '../../components/Notice';
import { Progress } from '../../components/Progress';
import { Skeleton } from '../../components/Skeleton';
import { formatBytes } from '../../lib/money';
import { LANGUAGES, useWords } from '../../lib/words';
import { PacketActions, Packets } from './Packets';
import classes from './PacketTab.module.css';

export function PacketTab({ view }: { view: CaseView }): ReactNode {
  const words = useWords();
  const { say, language: own } = words;
  const { channels } = useCatalog();
  const [channel, setChannel] = useState(view.packets[0]?.channel ?? channels[0]?.id ?? 'acquirer');
  const [language, setLanguage] = useState<string>(view.packets[0]?.language ?? own);
  const check = usePacketCheck(view.id, channel, language);
  const { progress, run, cancel } = useJob('packet_build');
  const refresh = useRefreshCase();
  const [built, setBuilt] = useState<PacketReport | null>(null);
  const [error, setError] = useState<unknown>(null);
  const info = channels.find((one) => one.id === channel);

  const build = async (): Promise<void> => {
    setBuilt(null);
    setError(null);
    try {
      setBuilt(await run({ case: view.id, channel, language }));
      await refresh(view.id);
    } catch (reason) {
      setError(reason);
    }
  };
  const builtPacket = view.packets.find((packet) => packet.id === built?.id);
  return (
    <div className={classes.tab}>
      <div className={classes.choices}>
        <Choice label={say('win-field-channel')} options={channels.map(({ id }) => ({ value: id, label: say(`channel-${id}`) }))} value={channel} onChange={setChannel} hint={say(`channel-${channel}-note`)} />
        <RowChoice label={say('win-field-packet-language')} options={LANGUAGES.map((value) => ({ value, label: say(`win-language-${value}`) }))} value={language} onChange={setLanguage} />
      </div>
      {/* Above what is still being looked at, so that the button never moves from under the pointer. */}
      {progress === null ? (
        <div>
          <Button kind="primary" onClick={() => void build()}>
            {say(view.packets.length === 0 ? 'win-packet-build' : 'win-packet-build-again')}
          </Button>
        </div>
      ) : (
        <Progress progress={progress} label={say('win-packet-building')} onCancel={cancel} />
      )}
      {error !== null && (
        <Notice tone="danger" live>
          {errorWords(error, words)}
        </Notice>
      )}
      {built !== null && progress === null && (
        <Notice tone="good" live title={say('win-packet-built', { file: built.file_name ?? '' })}>
          <p>{say('win-packet-size', { pages: built.pages, size: formatBytes(built.bytes) })}</p>
          {builtPacket !== undefined && <PacketActions packet={builtPacket} />}
        </Notice>
      )}
      {check.error !== null && (
        <Notice tone="danger" live>
          {errorWords(check.error, words)}
        </Notice>
      )}
      {check.data === undefined && check.error === null && <Skeleton lines={3} />}
      {check.data !== undefined && <Findings report={check.data} info={info} />}
      <Packets zone={view.zone} packets={view.packets.filter((packet) => progress !== null || packet.id !== built?.id)} />
    </div>
  );
}

function Findings({ report, info }: { report: PacketReport; info: ChannelInfo | undefined }): ReactNode {
  const { say } = useWords();
  return (
    <section className={classes.findings} aria-labelledby="packet-findings">
      <h2 id="packet-findings">{say('win-packet-check')}</h2>
      <dl className={classes.meters}>
        <Meter label={say('win-packet-pages')} value={String(report.pages)} part={report.pages} limit={info?.max_pages ?? null} limitText={String(info?.max_pages ?? '')} />
        <Meter label={say('win-packet-bytes')} value={say('win-packet-about', { size: formatBytes(report.bytes) })} part={report.bytes} limit={info?.max_bytes ?? null} limitText={formatBytes(info?.max_bytes ?? 0)} />
      </dl>
      {info !== undefined && info.source !== '' && <p className="dim small">{say('win-channel-source', { source: info.source, date: info.checked_on })}</p>}
      {!report.fits && <Notice tone="warn">{say('win-packet-too-large')}</Notice>}
      {report.findings.length === 0 ? (
        <Notice tone="good">{say('win-packet-nothing-missing')}</Notice>
      ) : (
        <>
          <p className="dim">{say('win-packet-findings', { count: report.findings.length })}</p>
          <ul className={classes.list}>
            {report.findings.map((finding, at) => (
              <li key={`${finding.code}-${at}`}>{finding.message}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type MeterProps = { label: string; value: string; part: number; limit: number | null; limitText: string };

function Meter({ label, value, part, limit, limitText }: MeterProps): ReactNode {
  const { say } = useWords();
  return (
    <div className={classes.meter}>
      <dt>{label}</dt>
      <dd>
        <span>{value}</span>
        {limit !== null && (
          <>
            <span className="dim"> {say('win-packet-limit', { limit: limitText })}</span>
            <span className={classes.track} aria-hidden>
              <span className={classes.fill} data-over={part >= limit} style={{ width: `${Math.min(100, (part / limit) * 100)}%` }} />
            </span>
          </>
        )}
      </dd>
    </div>
  );
}
