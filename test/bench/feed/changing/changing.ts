/** Topics that change until they are stopped. */
export interface Changing {
  /** @returns the sequence number each topic has in the end: what everyone who watches it must have heard */
  stop(): Promise<Map<string, number>>;
}

export const sleep = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1_000));
