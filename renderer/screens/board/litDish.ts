import { createContext } from 'react';

/** The dish whose tickets are lit while its sheet is open: `LineView.dish`. */
export const LitDish = createContext<string | null>(null);
