/** What a response code means and what to do about it, the moment it is written down. */
import type { ReactNode } from 'react';
import type { ResponseCodeDto } from '../../api/generated/ResponseCodeDto';
import { useResponseCodes } from '../../api/queries';
import { Notice } from '../../components/Notice';
import { useWords } from '../../lib/words';
import { Source } from '../guide/Source';
import classes from './CodeHelp.module.css';

/** The code as it stands in the list: full-width and lower-case letters are the same code. */
export function readCode(text: string): string {
  return text
    .trim()
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .toUpperCase();
}

export function CodeHelp({ code }: { code: string }): ReactNode {
  const { data } = useResponseCodes();
  const wanted = readCode(code);
  const found = wanted === '' ? undefined : data?.find((one) => one.code === wanted);
  return (
    <div role="status" className={classes.help}>
      {found !== undefined && <CodeCard code={found} />}
      {found === undefined && data !== undefined && wanted.length >= 2 && <UnknownCode code={wanted} />}
    </div>
  );
}

export function CodeCard({ code }: { code: ResponseCodeDto }): ReactNode {
  const { say } = useWords();
  return (
    <Notice title={say('win-code-means', { code: code.code, meaning: code.meaning })}>
      {code.screen !== '' && <p className="dim">{say('win-code-screen', { screen: code.screen })}</p>}
      <p>{code.advice}</p>
      {code.never !== null && <p>{say('win-code-never', { never: code.never })}</p>}
      <Source source={code.source} checkedOn={code.checked_on} unverified={code.unverified} />
    </Notice>
  );
}

function UnknownCode({ code }: { code: string }): ReactNode {
  const { say } = useWords();
  return <p className="dim small">{say('win-code-unknown', { code })}</p>;
}
