const KEPT = 'kindcast-organisation';

/** The organisation (or `operator`) that this browser showed last. */
export function lastPlace(): string | undefined {
  try {
    return localStorage.getItem(KEPT) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepPlace(name: string): void {
  try {
    localStorage.setItem(KEPT, name);
  } catch {
    // A browser that keeps nothing starts at the first organisation.
  }
}
