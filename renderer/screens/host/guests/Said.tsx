import sheet from '../../board/sheet/Sheet.module.css';

/** What a sheet says where it has nothing to list. */
export function Said({ words, why }: { readonly words: string; readonly why?: string }) {
  return (
    <div className={sheet.empty}>
      <p>
        <b>{words}</b>
      </p>
      {why !== undefined && <p>{why}</p>}
    </div>
  );
}
