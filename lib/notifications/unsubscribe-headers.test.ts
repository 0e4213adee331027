import { expect, test } from "vitest";
import { unsubscribeHeaders } from "./unsubscribe-headers.ts";

test("one press where it is safe, the address alone where it is not", () => {
  expect(unsubscribeHeaders("https://a.example/open/unsubscribe?token=t")).toEqual({
    "List-Unsubscribe": "<https://a.example/open/unsubscribe?token=t>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
  expect(Object.keys(unsubscribeHeaders("http://localhost:3000/open"))).toEqual(["List-Unsubscribe"]);
});
