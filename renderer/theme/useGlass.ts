import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { useOwn } from '../app/useOwn.ts';
import { type Glass, glassOfPage, measureWith, type Size } from './physical.ts';

function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

const viewportText = () => `${window.innerWidth}x${window.innerHeight}`;
const screenText = () => `${window.screen.width}x${window.screen.height}`;

/** The glass this page lies on, written into the page's custom properties. */
export function useGlass(): { glass: Glass; viewport: Size; device: Size } {
  const viewportSize = useSyncExternalStore(onResize, viewportText);
  const screenSize = useSyncExternalStore(onResize, screenText);
  const told = useOwn().glass;
  const viewport = useMemo(() => sizeOf(viewportSize), [viewportSize]);
  const device = useMemo(() => sizeOf(screenSize), [screenSize]);
  const glass = useMemo(() => glassOfPage(device, viewport, told), [device, viewport, told]);
  useLayoutEffect(() => measureWith(document.documentElement, glass), [glass]);
  return { glass, viewport, device };
}

function sizeOf(text: string): Size {
  const [widthPx = 0, heightPx = 0] = text.split('x').map(Number);
  return { widthPx, heightPx };
}
