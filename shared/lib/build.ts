/** Replaced by the bundler with the hash of the sources; absent when a file runs without a build (tests, tools). */
declare const __BUILD__: string | undefined;

/** Names the build this code belongs to. Two programs with the same value were built from the same sources. */
export const BUILD: string = typeof __BUILD__ === 'undefined' ? 'dev' : __BUILD__;
