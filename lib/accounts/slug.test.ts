import { expect, test } from "vitest";
import { slugOf } from "./slug.ts";

test.each([
  ["Northgate Practice", "northgate-practice"],
  ["  Praxis Dr. Müller & Söhne ", "praxis-dr-muller-sohne"],
  ["診療所", "clinic"],
  ["---", "clinic"],
])("%j becomes %j", (name, slug) => expect(slugOf(name, "clinic")).toBe(slug));

test("a long name is cut and never ends in a hyphen", () => {
  const slug = slugOf(`${"a".repeat(59)} b`, "clinic");
  expect(slug).toBe("a".repeat(59));
});
