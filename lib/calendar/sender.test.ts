import { expect, test } from "vitest";
import { parseSender } from "./sender.ts";

test.each([
  ["hello@northgate.example", "hello@northgate.example", "hello@northgate.example"],
  ["Northgate Practice <hello@northgate.example>", "Northgate Practice", "hello@northgate.example"],
  ['"Northgate, Practice" <hello@northgate.example>', "Northgate, Practice", "hello@northgate.example"],
  ["<hello@northgate.example>", "hello@northgate.example", "hello@northgate.example"],
  [" hello@northgate.example ", "hello@northgate.example", "hello@northgate.example"],
])("%s", (from, name, email) => expect(parseSender(from)).toEqual({ name, email }));
