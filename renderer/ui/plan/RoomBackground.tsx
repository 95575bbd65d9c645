import { useState } from 'react';
import type { PictureId } from '../../../shared/config/floor.ts';
import { floorPictureUrl } from '../../../shared/protocol/floorPicture.ts';
import type { Box } from './geometry.ts';
import css from './RoomBackground.module.css';

/** The picture behind a room's tables, over the whole of it. Where it cannot be had the plan stands without it. */
export function RoomBackground(props: { picture: PictureId; box: Box; isTurned?: boolean }) {
  const { picture, box, isTurned = false } = props;
  const [missing, setMissing] = useState<PictureId | null>(null);
  if (missing === picture) return null;
  const { left, top, right, bottom } = box;
  const [across, down] = [right - left, bottom - top];
  const [width, height] = isTurned ? [down, across] : [across, down];
  return (
    <img
      className={css.picture}
      src={floorPictureUrl(picture)}
      alt=""
      draggable={false}
      data-testid="room-background"
      style={{
        left: (left + right - width) / 2,
        top: (top + bottom - height) / 2,
        width,
        height,
        rotate: isTurned ? '90deg' : '0deg',
      }}
      onError={() => setMissing(picture)}
    />
  );
}
