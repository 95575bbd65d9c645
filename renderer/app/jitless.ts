import { z } from 'zod';

/** The page's policy forbids eval, and zod's fast path is made with it. Must run before anything is parsed, so it is imported first. */
z.config({ jitless: true });
