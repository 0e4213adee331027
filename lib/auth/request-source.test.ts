import { expect, test } from "vitest";
import { isNavigation, requestSource } from "./request-source.ts";

const siteUrl = "https://booking.example.org";

test.each([
  [{ origin: "https://booking.example.org" }, "own"],
  [{ origin: "https://BOOKING.example.org:443" }, "own"],
  [{ origin: "http://clinic.lan:3000", host: "clinic.lan:3000" }, "own"],
  [{ origin: "http://clinic.lan:3000", host: "CLINIC.lan:3000" }, "own"],
  [{ origin: "https://clinic.example", host: "inside:3000", "x-forwarded-host": "clinic.example" }, "own"],
  [{ origin: "https://clinic.example", host: "clinic.example", "x-forwarded-host": "other.example" }, "foreign"],
  [{ origin: "https://evil.example", host: "clinic.lan:3000" }, "foreign"],
  [{ origin: "https://booking.example.org.evil.example" }, "foreign"],
  [{ origin: "https://booking.example.org@evil.example" }, "foreign"],
  [{ origin: "http://booking.example.org" }, "foreign"],
  [{ origin: "http://clinic.lan:3001", host: "clinic.lan:3000" }, "foreign"],
  [{ origin: "null", host: "null" }, "foreign"],
  [{ origin: "", host: "" }, "foreign"],
  [{ origin: "file://booking.example.org", host: "booking.example.org" }, "foreign"],
  // What Origin says counts, whatever the other says.
  [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }, "foreign"],
  [{ "sec-fetch-site": "same-origin" }, "own"],
  [{ "sec-fetch-site": "none" }, "typed"],
  [{ "sec-fetch-site": "same-site" }, "foreign"],
  [{ "sec-fetch-site": "cross-site" }, "foreign"],
  [{ "sec-fetch-site": "anything" }, "foreign"],
  [{ host: "booking.example.org" }, "untold"],
] as const)("%j is %s", (headers, expected) => {
  expect(requestSource(new Headers(headers), siteUrl)).toBe(expected);
});

test.each([
  [{ "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" }, true],
  [{ "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" }, false],
  [{ "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" }, false],
  [{}, false],
] as const)("%j is a followed link: %s", (headers, expected) => {
  expect(isNavigation(new Headers(headers))).toBe(expected);
});
