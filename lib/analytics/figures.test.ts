import { describe, expect, test } from "vitest";
import { changeOf } from "./change.ts";
import { figuresOf, nothing, type Tally } from "./figures.ts";

const tally = (status: Tally["status"], count: number, more: Partial<Tally> = {}): Tally => ({
  doctorId: "d",
  serviceId: "s",
  status,
  currency: "GBP",
  isOver: true,
  count,
  late: 0,
  price: count * 1000,
  ...more,
});

describe("figures", () => {
  test("every booking counts in exactly one way", () => {
    const figures = figuresOf(
      [
        tally("completed", 16),
        tally("in_progress", 1, { isOver: false }),
        tally("no_show", 3),
        tally("confirmed", 4, { isOver: false }),
        tally("confirmed", 2),
        tally("pending", 1, { isOver: false }),
        tally("cancelled", 5, { late: 2 }),
        tally("rejected", 3),
      ],
      nothing,
    );
    expect(figures).toMatchObject({
      bookings: 35,
      appointments: 27,
      came: 17,
      missed: 3,
      ahead: 5,
      unresolved: 2,
      cancelled: 5,
      cancelledLate: 2,
      declined: 3,
      noShowRate: 0.15,
      cancellationRate: 5 / 35,
    });
    const { came, missed, ahead, unresolved, cancelled, declined, bookings } = figures;
    expect(came + missed + ahead + unresolved + cancelled + declined).toBe(bookings);
  });

  test("what was missed, cancelled or declined is worth nothing; currencies are not mixed", () => {
    const figures = figuresOf(
      [
        tally("completed", 2),
        tally("no_show", 1),
        tally("cancelled", 1),
        tally("rejected", 1),
        tally("completed", 1, { currency: "EUR", price: 5000 }),
      ],
      nothing,
    );
    expect(figures.value).toEqual([
      { currency: "EUR", amount: 5000 },
      { currency: "GBP", amount: 2000 },
    ]);
  });

  test("of nothing there is no share", () => {
    expect(figuresOf([], nothing)).toMatchObject({ bookings: 0, noShowRate: null, cancellationRate: null, value: [] });
    expect(figuresOf([tally("confirmed", 3, { isOver: false })], nothing).noShowRate).toBeNull();
  });
});

test.each([
  [12, 9, 1, { direction: "up", by: 3 }],
  [9, 12, 1, { direction: "down", by: 3 }],
  [4, 4, 1, { direction: "same", by: 0 }],
  [0.504, 0.5, 0.01, { direction: "same", by: 0 }],
  [0.52, 0.5, 0.01, { direction: "up", by: 0.02 }],
  [null, 3, 1, null],
  [3, null, 1, null],
])("%j after %j is %j", (now, before, step, change) => {
  expect(changeOf(now, before, step)).toEqual(change);
});
