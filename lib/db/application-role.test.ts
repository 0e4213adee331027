import fc from "fast-check";
import { expect, test } from "vitest";
import { applicationRole, applicationUrl } from "./application-role.ts";

const owner = "postgresql://owner:s%40fe@db.example.org:6432/clinic?sslmode=require";

test("the application's URL names its own role and keeps server, database and options", () => {
  const url = new URL(applicationUrl(owner));
  expect(url.username).toBe("slotwell_clinic");
  expect(`${url.host}${url.pathname}${url.search}`).toBe("db.example.org:6432/clinic?sslmode=require");
});

test("nodes with one owner URL agree; another owner's password or another database gives another password", () => {
  const password = (url: string) => new URL(applicationUrl(url)).password;
  expect(password(owner)).toBe(password(owner));
  expect(password(owner)).not.toBe(password(owner.replace("s%40fe", "other")));
  expect(password(owner)).not.toBe(password(owner.replace("/clinic", "/clinic2")));
  expect(password(owner)).toMatch(/^[\w-]{43}$/);
});

test("without a password there is nothing to derive one from", () => {
  expect(() => applicationUrl("postgresql://owner@localhost/clinic")).toThrow("set DATABASE_APP_URL");
});

test("any database name gives a plain role name, and no two names share one", () => {
  const name = fc.string({ minLength: 1, maxLength: 63 });
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(applicationRole(one)).toMatch(/^slotwell_[a-z0-9_]{1,54}$/);
      if (one !== other) expect(applicationRole(one)).not.toBe(applicationRole(other));
    }),
  );
  expect(applicationRole("A")).not.toBe(applicationRole("a"));
});
