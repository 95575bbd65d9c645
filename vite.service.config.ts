import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'vite';

// The programs Node runs. Packages stay outside the bundle (they are loaded from node_modules), our own sources go in.
// Besides these, every `main/**/*Worker.ts` becomes a file of its own beside them, because a worker thread is started by
// file name: new Worker(new URL('./reportWorker.js', import.meta.url)). For the same reason shared chunks lie in the
// same folder.
const entries = [
  'main/service/start.ts',
  'main/service/heard.ts',
  // The demo's till, book, cooks, host and printer: processes of their own.
  'main/demo/demoPos.ts',
  'main/demo/demoBookings.ts',
  'main/demo/cooks/demoCooks.ts',
  'main/demo/cooks/demoHost.ts',
  'main/demo/printer/demoPrinter.ts',
  // What Electron runs, and what its utility process does.
  'main/shell/electronMain.ts',
  'main/shell/serviceProcess.ts',
  ...globSync('main/**/*Worker.ts'),
];

export default defineConfig({
  publicDir: false,
  define: { __BUILD__: JSON.stringify(process.env.HEARD_BUILD ?? 'dev') },
  ssr: { target: 'node', external: true },
  build: {
    ssr: true,
    outDir: `${process.env.HEARD_OUT ?? 'dist'}/service`,
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rollupOptions: {
      input: Object.fromEntries(entries.map((file) => [basename(file, '.ts'), file])),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
