import { expect, test } from "vitest";
import { secondsToWait } from "./sliding-window.ts";

const max = 10;
const windowSeconds = 900;

test.each([
  [{ current: 1, previous: 0, elapsed: 0 }, true],
  [{ current: 10, previous: 0, elapsed: 899 }, true],
  [{ current: 11, previous: 0, elapsed: 0 }, false],
  // The window has just turned: what came before still counts in full.
  [{ current: 1, previous: 11, elapsed: 0 }, false],
  [{ current: 1, previous: 9, elapsed: 0 }, true],
  [{ current: 5, previous: 10, elapsed: 450 }, true],
  [{ current: 6, previous: 10, elapsed: 450 }, false],
  [{ current: 10, previous: 10, elapsed: 899 }, false],
])("case %#: may go ahead is %s", (attempts, mayGo) => {
  expect(secondsToWait(attempts, max, windowSeconds) === 0).toBe(mayGo);
});

test("after the wait one more attempt is let through, and a second earlier it is not", () => {
  for (const attempts of [
    { current: 11, previous: 0, elapsed: 300 },
    { current: 3, previous: 11, elapsed: 100 },
    { current: 9, previous: 11, elapsed: 10 },
  ]) {
    const wait = secondsToWait(attempts, max, windowSeconds);
    const at = (seconds: number) => {
      const elapsed = attempts.elapsed + seconds;
      return elapsed < windowSeconds
        ? { current: attempts.current + 1, previous: attempts.previous, elapsed }
        : { current: 1, previous: attempts.current, elapsed: elapsed - windowSeconds };
    };
    expect(secondsToWait(at(wait), max, windowSeconds)).toBe(0);
    expect(secondsToWait(at(wait - 2), max, windowSeconds)).toBeGreaterThan(0);
  }
});

test("nobody waits longer than two windows", () => {
  for (let elapsed = 0; elapsed < windowSeconds; elapsed += 50) {
    const wait = secondsToWait({ current: 11, previous: 11, elapsed }, max, windowSeconds);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThan(2 * windowSeconds);
  }
});
