import { expect, test } from "vitest";
import { schemaDrift } from "#prisma/migrate.ts";
import { ownerUrl } from "./clone.ts";

test("the migrations build what schema.prisma says", async () => {
  expect(await schemaDrift(ownerUrl)).toBeNull();
});
