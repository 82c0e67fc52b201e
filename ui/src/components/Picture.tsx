/** Pixels of an exhibit. Its place is there before it is; what cannot be drawn says so. */
import { IconPhotoOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useWords } from '../lib/words';
import classes from './Picture.module.css';

type PictureProps = {
  src: string;
  alt: string;
  /** The whole picture, fitted into its place; a thumbnail fills its place instead. */
  whole?: boolean;
  /** A small one that is there already, shown until the large one is. */
  preview?: string;
};

export function Picture({ src, alt, whole, preview }: PictureProps): ReactNode {
  const { say } = useWords();
  const [state, setState] = useState<'waiting' | 'shown' | 'broken'>('waiting');
  if (state === 'broken') {
    return (
      <span className={classes.broken} role="img" aria-label={say('win-picture-broken')} title={say('win-picture-broken')}>
        <IconPhotoOff size="1.25rem" aria-hidden />
        {whole === true && <span>{say('win-picture-broken')}</span>}
      </span>
    );
  }
  return (
    <span className={classes.picture} data-whole={whole ?? false}>
      {preview !== undefined && state === 'waiting' && <img src={preview} alt="" aria-hidden draggable={false} />}
      <img
        src={src}
        alt={alt}
        loading={whole === true ? 'eager' : 'lazy'}
        decoding="async"
        draggable={false}
        onLoad={() => setState('shown')}
        onError={() => setState('broken')}
      />
    </span>
  );
}
