/** The program could not open its data: what happened, what is safe, what to do. */
import { MantineProvider } from '@mantine/core';
import type { ReactLocalization } from '@fluent/react';
import type { ReactNode } from 'react';
import { errorWords } from '../api/errors';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { useWords, WordsProvider } from '../lib/words';
import { theme } from './theme';

type StartTroubleProps = { reason: unknown; l10n: ReactLocalization; onRetry: () => void };

export function StartTrouble({ reason, l10n, onRetry }: StartTroubleProps): ReactNode {
  const dark = document.documentElement.dataset.mantineColorScheme === 'dark';
  return (
    <MantineProvider theme={theme} forceColorScheme={dark ? 'dark' : 'light'} withCssVariables={false} withGlobalClasses={false}>
      <WordsProvider l10n={l10n}>
        <Trouble reason={reason} onRetry={onRetry} />
      </WordsProvider>
    </MantineProvider>
  );
}

function Trouble({ reason, onRetry }: { reason: unknown; onRetry: () => void }): ReactNode {
  const words = useWords();
  return (
    <main>
      <EmptyState
        title={words.say('win-start-trouble')}
        text={errorWords(reason, words)}
        action={
          <Button kind="primary" onClick={onRetry}>
            {words.say('win-retry')}
          </Button>
        }
      />
    </main>
  );
}
