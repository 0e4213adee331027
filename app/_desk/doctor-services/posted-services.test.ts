import { describe, expect, test } from "vitest";
import { fieldAt, postedServices, serviceValues } from "./posted-services.ts";

function posted(...entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

describe("a posted list of services", () => {
  const form = posted(
    ["service", "a"],
    ["offered-a", "on"],
    ["price-a", "45,50"],
    ["duration-a", ""],
    ["service", "b"],
    ["price-b", " "],
    ["duration-b", "20"],
    ["service", "c"],
    ["price-c", "dear"],
  );

  test("prices are put into minor units, empty ones are the service's, unreadable ones are refused", () => {
    expect(postedServices(form, "GBP")).toEqual([
      { serviceId: "a", isOffered: true, priceAmount: 4550, durationMinutes: "" },
      { serviceId: "b", isOffered: false, priceAmount: null, durationMinutes: "20" },
      { serviceId: "c", isOffered: false, priceAmount: "unreadable", durationMinutes: null },
    ]);
    expect(postedServices(posted(["service", "a"], ["price-a", "4500"]), "JPY")[0]?.priceAmount).toBe(4500);
  });

  test("what is stored stands in the form as one would type it", () => {
    const stored = [
      { serviceId: "a", isOffered: true, ownPriceAmount: 4550, ownDurationMinutes: null },
      { serviceId: "b", isOffered: false, ownPriceAmount: null, ownDurationMinutes: 20 },
    ];
    expect(serviceValues(stored, "GBP")).toEqual({
      "offered-a": "on",
      "price-a": "45.50",
      "duration-a": "",
      "price-b": "",
      "duration-b": "20",
    });
  });

  test("errors stand at the fields of their service", () => {
    expect(fieldAt("services.1.durationMinutes", form)).toBe("duration-b");
    expect(fieldAt("services.2.priceAmount", form)).toBe("price-c");
    expect(fieldAt("services.7.priceAmount", form)).toBeNull();
    expect(fieldAt("doctorId", form)).toBeNull();
  });
});
