import { defineConfig } from 'vite';

// The shell's preload. Chromium's sandbox loads no modules, so it is one CommonJS file.
export default defineConfig({
  publicDir: false,
  ssr: { target: 'node', external: true },
  build: {
    ssr: 'main/shell/preload.ts',
    outDir: `${process.env.HEARD_OUT ?? 'dist'}/preload`,
    emptyOutDir: true,
    minify: false,
    reportCompressedSize: false,
    rollupOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
  },
});
