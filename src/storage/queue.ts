/** Runs one job after another. A job that fails stops none that follow. */
export type Queue = <T>(job: () => Promise<T> | T) => Promise<T>;

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = last.then(job, job);
    last = result.catch(() => undefined);
    return result;
  };
}
