import '../../../renderer/app/look.ts';
import { createRoot } from 'react-dom/client';
import { App } from '../../../renderer/app/App.tsx';
import { routeOf } from '../../../renderer/app/route.ts';
import type { ScreenPort } from '../../../renderer/app/screenPort.ts';
import { uglyBoard } from '../../support/uglyBoard.ts';
import { FixturePort } from './fixturePort.ts';

/** `?count=12&lang=es&link=lost&screen=expo&pass=expo` */
const asked = new URLSearchParams(window.location.search);
const link = asked.get('link');
const port = new FixturePort({
  board: uglyBoard(Number(asked.get('count') ?? 12)),
  language: asked.get('lang') === 'es' ? 'es' : 'en',
  link: link === 'lost' || link === 'late' ? link : 'live',
  pass: asked.get('pass') === 'expo' ? 'expo' : 'none',
});

declare global {
  interface Window {
    port: ScreenPort;
  }
}
window.port = port;

const root = document.getElementById('root');
if (root)
  createRoot(root).render(<App port={port} route={routeOf(asked.get('screen') ?? '/kitchen/grill')} />);
