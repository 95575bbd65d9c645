import { type KeyboardEvent, useRef, useState } from 'react';
import type { FloorTable, SectionColour } from '../../../../shared/config/floor.ts';
import { cls } from '../../../ui/cls.ts';
import { middleOf, type Point } from '../../../ui/plan/geometry.ts';
import stripe from '../../../ui/plan/SectionStripe.module.css';
import css from './FloorSection.module.css';
import { onGrid, turned } from './floorEdits.ts';

/** A finger that only presses wanders so far. */
const WANDERS_PX = 6;
/** From the middle of a table to the handle by which it is turned, beyond its edge. */
const HANDLE_PX = 30;

/** A table as it is drawn in set-up. */
export function EditorTable(props: {
  table: FloorTable;
  /** Of its section. */
  colour: SectionColour | null;
  scale: number;
  isSelected: boolean;
  isWrong: boolean;
  canTurn: boolean;
  label: string;
  onPick: () => void;
  /** Centimetres from where it stood, on the grid; null: let go without a move. */
  onDrag: (by: Point | null) => void;
  onDrop: (by: Point) => void;
  onTurn: (rotation: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const {
    table,
    colour,
    scale,
    isSelected,
    isWrong,
    canTurn,
    label,
    onPick,
    onDrag,
    onDrop,
    onTurn,
    onKeyDown,
  } = props;
  const from = useRef<{ readonly x: number; readonly y: number; isMoving: boolean } | null>(null);
  const [turning, setTurning] = useState<number | null>(null);
  const { id, shape } = table;
  const rotation = turning ?? table.rotation;
  const [width, height] = [table.width * scale, table.height * scale];
  const way = (event: { clientX: number; clientY: number }): Point => ({
    x: onGrid((event.clientX - (from.current?.x ?? 0)) / scale),
    y: onGrid((event.clientY - (from.current?.y ?? 0)) / scale),
  });
  return (
    <>
      <button
        type="button"
        className={cls(css.table, css[shape], isSelected && css.selected, isWrong && css.wrong)}
        style={{ left: table.x * scale, top: table.y * scale, width, height }}
        data-testid="plan-table"
        data-table={id}
        aria-label={label}
        aria-pressed={isSelected}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = { x: event.clientX, y: event.clientY, isMoving: false };
        }}
        onPointerMove={(event) => {
          const start = from.current;
          if (start === null) return;
          const far = Math.hypot(event.clientX - start.x, event.clientY - start.y);
          if (far > WANDERS_PX) start.isMoving = true;
          if (start.isMoving) onDrag(way(event));
        }}
        onPointerUp={(event) => {
          if (from.current?.isMoving) onDrop(way(event));
          else if (from.current) onPick();
          from.current = null;
        }}
        onPointerCancel={() => {
          from.current = null;
          onDrag(null);
        }}
        // A key presses without a pointer.
        onClick={(event) => event.detail === 0 && onPick()}
        onKeyDown={onKeyDown}
      >
        <span
          className={cls(css.shape, stripe.stripe)}
          style={{ rotate: `${rotation}deg` }}
          data-colour={colour ?? undefined}
        />
        <span className={css.number}>{id}</span>
      </button>
      {canTurn && shape !== 'round' && (
        <Handle table={table} scale={scale} rotation={rotation} onTurning={setTurning} onTurn={onTurn} />
      )}
    </>
  );
}

/** Turns the table about its middle. Fields beside the plan do the same by key. */
function Handle(props: {
  table: FloorTable;
  scale: number;
  rotation: number;
  onTurning: (rotation: number | null) => void;
  onTurn: (rotation: number) => void;
}) {
  const { table, scale, rotation, onTurning, onTurn } = props;
  const handle = useRef<HTMLSpanElement>(null);
  const middle = middleOf(table);
  const away = (table.height * scale) / 2 + HANDLE_PX;
  const angle = (rotation * Math.PI) / 180;
  const at = { x: middle.x * scale + Math.sin(angle) * away, y: middle.y * scale - Math.cos(angle) * away };
  const angleTo = (event: { clientX: number; clientY: number }) => {
    const room = handle.current?.parentElement?.getBoundingClientRect();
    if (!room) return rotation;
    const [dx, dy] = [
      event.clientX - room.left - middle.x * scale,
      event.clientY - room.top - middle.y * scale,
    ];
    return turned((Math.atan2(dx, -dy) * 180) / Math.PI);
  };
  return (
    <span
      ref={handle}
      className={css.handle}
      style={{ left: at.x, top: at.y }}
      data-testid="turn-handle"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) =>
        event.currentTarget.hasPointerCapture(event.pointerId) && onTurning(angleTo(event))
      }
      onPointerUp={(event) => {
        onTurning(null);
        onTurn(angleTo(event));
      }}
      onPointerCancel={() => onTurning(null)}
    />
  );
}
