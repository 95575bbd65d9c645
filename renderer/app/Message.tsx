import type { ReactNode } from 'react';
import css from './Message.module.css';

/** A whole page with one thing to say. */
export function Message(props: { title: string; why: string; children?: ReactNode }) {
  return (
    <main className={css.page}>
      <div className={css.box}>
        <h1 className={css.title}>{props.title}</h1>
        <p className={css.why}>{props.why}</p>
        {props.children !== undefined && <div className={css.actions}>{props.children}</div>}
      </div>
    </main>
  );
}
