import { expect, test } from "vitest";
import { singleFlight } from "./single-flight.ts";

/** Work that ends when it is told to; its answer is what it found when it began. */
function desk() {
  const share = singleFlight<string>();
  const started: { found: string; end: () => void; fail: (error: Error) => void }[] = [];
  let state = "";
  return {
    share,
    started,
    set: (found: string) => {
      state = found;
    },
    work: () => {
      const found = state;
      return new Promise<string>((resolve, reject) => {
        started.push({ found, end: () => resolve(found), fail: reject });
      });
    },
  };
}

test("whoever asks alone is answered at once, and each in turn anew", async () => {
  const { share, started, set, work } = desk();
  for (const found of ["one", "two"]) {
    set(found);
    const asked = share("a", work);
    started.at(-1)?.end();
    expect(await asked).toBe(found);
  }
  expect(started).toHaveLength(2);
});

test("what changed while an answer was on its way is in the answer of whoever asked after it", async () => {
  const { share, started, set, work } = desk();
  set("before");
  const first = share("a", work);
  set("after");
  const later = [share("a", work), share("a", work), share("a", work)];
  expect(started).toHaveLength(1);
  started[0]?.end();
  expect(await first).toBe("before");
  await expect.poll(() => started.length).toBe(2);
  set("much later");
  const last = share("a", work);
  started[1]?.end();
  expect(await Promise.all(later)).toEqual(["after", "after", "after"]);
  await expect.poll(() => started.length).toBe(3);
  started[2]?.end();
  expect(await last).toBe("much later");
});

test("a failure is for those who shared it", async () => {
  const { share, started, set, work } = desk();
  set("one");
  const first = share("a", work);
  const later = [share("a", work), share("a", work)];
  started[0]?.fail(new Error("gone"));
  await expect(first).rejects.toThrow("gone");
  await expect.poll(() => started.length).toBe(2);
  started[1]?.end();
  expect(await Promise.all(later)).toEqual(["one", "one"]);
  const afterwards = share("a", work);
  started[2]?.end();
  expect(await afterwards).toBe("one");
});

test("other questions do not wait", async () => {
  const { share, started, work } = desk();
  const asked = [share("a", work), share("b", work)];
  expect(started).toHaveLength(2);
  for (const { end } of started) end();
  await Promise.all(asked);
});
