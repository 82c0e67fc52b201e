/** A fault of the page itself: says what is safe and offers to draw the page again. */
import { Component, type ReactNode } from 'react';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { useWords } from '../lib/words';

export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken(): ReactNode {
  const { say } = useWords();
  return (
    <main>
      <EmptyState
        title={say('win-broken')}
        text={say('win-broken-text')}
        action={
          <Button kind="primary" onClick={() => window.location.reload()}>
            {say('win-broken-again')}
          </Button>
        }
      />
    </main>
  );
}
