import { describe, expect, test } from "vitest";
import { type AskedBundle, edited, readBundle, severalHref } from "./asked-items.ts";

const bundle: AskedBundle = {
  items: [
    { service: "blood-test", doctor: "" },
    { service: "check-up", doctor: "okafor" },
  ],
  day: "2026-11-24",
  startsAt: 1_795_423_200_000,
};

function queryOf(href: string) {
  const query = new URL(href, "http://here.test").searchParams;
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}

describe("several services in the address", () => {
  test("come back as they went, each with its doctor", () => {
    expect(readBundle(queryOf(severalHref("/book/several/check", bundle)))).toEqual(bundle);
    expect(readBundle({ service: "blood-test", doctor: "okafor" }).items).toEqual([
      { service: "blood-test", doctor: "okafor" },
    ]);
    expect(severalHref("/book/several", { items: [] })).toBe("/book/several");
  });

  test("are four at most, each once, and nothing that makes no sense", () => {
    const query = { service: ["a", "", "b", "a", "c", "d", "e"], day: "soon", startsAt: "-1" };
    expect(readBundle(query)).toEqual({ items: ["a", "b", "c", "d"].map((service) => ({ service, doctor: "" })) });
  });

  test("can be added to, taken from and ordered anew", () => {
    const services = (query: Parameters<typeof edited>[1]) =>
      edited(bundle, query)?.items.map(({ service, doctor }) => service + doctor);
    expect(services({ add: "ecg" })).toEqual(["blood-test", "check-upokafor", "ecg"]);
    expect(services({ remove: "0" })).toEqual(["check-upokafor"]);
    expect(services({ raise: "1" })).toEqual(["check-upokafor", "blood-test"]);
    expect(services({ raise: "0" })).toEqual(["blood-test", "check-upokafor"]);
    for (const query of [{}, { remove: "7" }, { raise: "x" }]) expect(edited(bundle, query)).toBeNull();
  });
});
