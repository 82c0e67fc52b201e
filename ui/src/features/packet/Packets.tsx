/** Packets that were built: opened, found in their folder, or saved somewhere. */
import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PacketDto } from '../../api/generated/PacketDto';
import { usePlatform } from '../../api/platform';
import { Button } from '../../components/Button';
import { useTell } from '../../components/Toasts';
import { formatMoment } from '../../lib/dates';
import { formatBytes } from '../../lib/money';
import { useWords } from '../../lib/words';
import classes from './PacketTab.module.css';

export function Packets({ packets, zone }: { packets: PacketDto[]; zone: string }): ReactNode {
  const words = useWords();
  const { say } = words;
  if (packets.length === 0) return null;
  return (
    <section className={classes.packets} aria-labelledby="packets">
      <h2 id="packets">{say('win-packets-earlier')}</h2>
      <ul>
        {packets.map((packet) => (
          <li key={packet.id} className={classes.packet}>
            <div>
              <p>{packet.file_name}</p>
              <p className="dim small">
                {[formatMoment(packet.built_at, zone, words), say(`channel-${packet.channel}`), say('win-packet-size', { pages: packet.pages, size: formatBytes(packet.bytes) })].join(' · ')}
              </p>
              {packet.outdated && (
                <p className={classes.outdated}>
                  <IconHistory size="1rem" aria-hidden />
                  {say('win-packet-outdated')}
                </p>
              )}
            </div>
            <PacketActions packet={packet} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function PacketActions({ packet }: { packet: PacketDto }): ReactNode {
  const { say } = useWords();
  const platform = usePlatform();
  const tell = useTell();
  const { id, file_name } = packet;
  const saveAs = (): void => {
    platform.call('packet_save_as', { id }).then((saved) => {
      if (saved) tell.done(say('win-packet-saved', { file: file_name }));
    }, tell.refused);
  };
  return (
    <div className={classes.actions} role="group" aria-label={file_name}>
      <Button size="xs" onClick={() => void platform.call('packet_open', { id }).catch(tell.refused)}>
        {say('win-open')}
      </Button>
      <Button size="xs" onClick={() => void platform.call('packet_reveal', { id }).catch(tell.refused)}>
        {say('win-reveal')}
      </Button>
      <Button size="xs" onClick={saveAs}>
        {say('win-save-as')}
      </Button>
    </div>
  );
}
