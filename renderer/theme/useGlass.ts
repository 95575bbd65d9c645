import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { type Glass, glassOf, glassProperties } from './physical.ts';

export interface Viewport {
  readonly widthPx: number;
  readonly heightPx: number;
}

function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

const viewportText = () => `${window.innerWidth}x${window.innerHeight}`;
/** The device decides how large a millimetre is, not the window; a kiosk window is the whole device. */
const screenText = () => `${window.screen.width}x${window.screen.height}`;

/** The glass this page lies on, written into the page's custom properties. */
export function useGlass(): { glass: Glass; viewport: Viewport } {
  const viewportSize = useSyncExternalStore(onResize, viewportText);
  const screenSize = useSyncExternalStore(onResize, screenText);
  const viewport = useMemo(() => sizeOf(viewportSize), [viewportSize]);
  const glass = useMemo(() => {
    const device = sizeOf(screenSize);
    const byScreen = glassOf(device.widthPx, device.heightPx);
    const byViewport = glassOf(viewport.widthPx, viewport.heightPx);
    return isKnown(byScreen) ? byScreen : byViewport;
  }, [screenSize, viewport]);
  useLayoutEffect(() => {
    for (const [name, value] of Object.entries(glassProperties(glass)))
      document.documentElement.style.setProperty(name, value);
  }, [glass]);
  return { glass, viewport };
}

const unknown = glassOf(0, 0);
const isKnown = (glass: Glass) => glass.pxPerMm !== unknown.pxPerMm;

function sizeOf(text: string): Viewport {
  const [widthPx = 0, heightPx = 0] = text.split('x').map(Number);
  return { widthPx, heightPx };
}
