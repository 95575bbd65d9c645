import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The screens: static files which the service hands to any browser. The page's policy allows no inline script,
// so nothing here may add one (no legacy plugin, no module preload polyfill).
export default defineConfig({
  root: 'renderer',
  base: '/',
  publicDir: false,
  plugins: [react()],
  define: { __BUILD__: JSON.stringify(process.env.HEARD_BUILD ?? 'dev') },
  build: {
    outDir: `../${process.env.HEARD_OUT ?? 'dist'}/renderer`,
    emptyOutDir: true,
    // A kitchen tablet is not updated often: what its browser lacks it cannot show.
    target: ['chrome109', 'safari16.4', 'firefox115'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: true,
    reportCompressedSize: false,
  },
});
