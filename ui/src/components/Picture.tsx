/** Pixels of an exhibit. Its place is there before it is; what cannot be drawn says so. */
import { IconPhotoOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useWords } from '../lib/words';
import classes from './Picture.module.css';

type PictureProps = { src: string; alt: string; whole?: boolean };

export function Picture({ src, alt, whole }: PictureProps): ReactNode {
  const { say } = useWords();
  const [broken, setBroken] = useState<string | null>(null);
  if (broken === src) {
    return (
      <span className={classes.broken} role="img" aria-label={say('win-picture-broken')} title={say('win-picture-broken')}>
        <IconPhotoOff size="1.25rem" aria-hidden />
        {whole === true && <span>{say('win-picture-broken')}</span>}
      </span>
    );
  }
  return <img className={whole === true ? classes.whole : classes.thumbnail} src={src} alt={alt} loading="lazy" decoding="async" draggable={false} onError={() => setBroken(src)} />;
}
