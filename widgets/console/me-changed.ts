/** Told on `window` after something changed who one is: signed in, joined an organisation, a name. The console asks anew. */
export const ME_CHANGED = 'kindcast-me-changed';
