/**
 * Lets all who ask for the same at about the same time share one answer, each no older than its question: whoever asks
 * while an answer is being worked out gets the next one, which begins as soon as that is there, for everybody who has
 * asked by then. A failure is told to those who shared it and to nobody after.
 */
export function singleFlight<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  const next = new Map<string, Promise<T>>();

  function begin(key: string, work: () => Promise<T>): Promise<T> {
    const flight = work().finally(() => underWay.delete(key));
    underWay.set(key, flight);
    return flight;
  }

  return (key, work) => {
    const joined = next.get(key);
    if (joined !== undefined) return joined;
    const current = underWay.get(key);
    if (current === undefined) return begin(key, work);
    const boarding = current
      .catch(() => {})
      .then(() => {
        next.delete(key);
        return begin(key, work);
      });
    next.set(key, boarding);
    return boarding;
  };
}
