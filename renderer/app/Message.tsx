import type { ReactNode } from 'react';
import css from './Message.module.css';

/** A whole page with one thing to say. `titleId`: it lies over a page and names the dialog that it stands in. */
export function Message(props: { title: string; why: string; titleId?: string; children?: ReactNode }) {
  const Place = props.titleId === undefined ? 'main' : 'div';
  return (
    <Place className={css.page}>
      <div className={css.box}>
        <h1 id={props.titleId} className={css.title}>
          {props.title}
        </h1>
        <p className={css.why}>{props.why}</p>
        {props.children !== undefined && <div className={css.actions}>{props.children}</div>}
      </div>
    </Place>
  );
}
