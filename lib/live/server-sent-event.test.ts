import { expect, test } from "vitest";
import { eventText } from "./server-sent-event.ts";

test("an event is its fields, one a line, and an empty line", () => {
  expect(eventText({ event: "capacity", id: "3-17", data: '{"a":1}', retryMs: 2000 })).toBe(
    'retry: 2000\nevent: capacity\nid: 3-17\ndata: {"a":1}\n\n',
  );
  expect(eventText({ data: "" })).toBe("data: \n\n");
});

test("no text breaks out of its field", () => {
  expect(eventText({ event: "a\nid: 1", id: "2\r\n\r\ndata: x\0", data: "one\r\ntwo\rthree\nfour" })).toBe(
    "event: aid: 1\nid: 2data: x\ndata: one\ndata: two\ndata: three\ndata: four\n\n",
  );
});
