import { type ReactNode, useSyncExternalStore } from 'react';
import type { BoardModel } from './BoardModel.ts';
import css from './BoardScreen.module.css';

/** Around the board. It alone knows how far the log has come, so that events of which nothing is seen here draw nothing here. */
export function Stage({ model, children }: { model: BoardModel; children: ReactNode }) {
  const seen = useSyncExternalStore(model.subscribe, model.seen);
  return (
    <div className={css.stage} data-seq={seen}>
      {children}
    </div>
  );
}
