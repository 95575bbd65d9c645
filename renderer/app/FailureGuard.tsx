import { Component, type ReactNode } from 'react';
import { Message } from './Message.tsx';

interface FailureGuardProps {
  readonly title: string;
  readonly why: string;
  readonly again: string;
  readonly children: ReactNode;
}

/** A screen that breaks says so: a blank glass in a kitchen is food that nobody cooks. */
export class FailureGuard extends Component<FailureGuardProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    const { title, why, again, children } = this.props;
    if (!this.state.hasFailed) return children;
    return (
      <Message title={title} why={why}>
        <button type="button" onClick={() => window.location.reload()}>
          {again}
        </button>
      </Message>
    );
  }
}
