/** Holds a screen's token, out of reach of scripts. */
export const SESSION_COOKIE = 'heard';
