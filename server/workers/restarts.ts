/** A worker that lived at least this long has done its work; the next death is a new story. */
const wellMs = 30_000;
/** Deaths in a row, each soon after its start, after which it is clear that another try does not help. */
const deathsMax = 6;

/**
 * How long to wait before a worker is replaced, and when to give up; one for each place in the crew. A worker that dies
 * now and then is replaced after a tenth of a second; those that die at once again and again, ever later and at last no
 * more.
 */
export function restartPolicy() {
  let deaths = 0;
  return {
    /** Its worker has died after living so long. Returns the wait before the next start, or undefined to give up. */
    afterDeath(livedMs: number): number | undefined {
      if (livedMs >= wellMs) deaths = 0;
      deaths += 1;
      return deaths === deathsMax ? undefined : 100 * 2 ** (deaths - 1);
    },
  };
}

export type RestartPolicy = ReturnType<typeof restartPolicy>;
