import { describe, expect, test } from "vitest";
import { termsOf } from "./terms.ts";
import type { ServiceView } from "./view.ts";

const service: ServiceView = {
  id: "s",
  slug: "check-up",
  name: "Check-up",
  description: null,
  durationMinutes: 20,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  priceAmount: 6500,
  mode: "in_person",
  requiresConfirmation: true,
  groupSize: 1,
  resourceKind: null,
  cancelNoticeHours: null,
  questions: [],
  isActive: true,
  doctorIds: ["okafor", "ito"],
  offeredBy: [
    { doctorId: "okafor", durationMinutes: 20, priceAmount: 6500 },
    { doctorId: "ito", durationMinutes: 30, priceAmount: 5500 },
  ],
};

describe("termsOf", () => {
  test("spans everyone who offers the service", () => {
    expect(termsOf(service)).toEqual({ price: { least: 5500, most: 6500 }, minutes: { least: 20, most: 30 } });
  });

  test("are the doctor's own where one is named", () => {
    expect(termsOf(service, ["ito"])).toEqual({ price: { least: 5500, most: 5500 }, minutes: { least: 30, most: 30 } });
  });

  test("are the service's own where nobody offers it", () => {
    expect(termsOf({ ...service, doctorIds: [], offeredBy: [] }).price).toEqual({ least: 6500, most: 6500 });
  });
});
