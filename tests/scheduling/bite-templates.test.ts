import { expect, test } from "vitest";
import { shiftsOn } from "#lib/scheduling/hours.ts";
import { businessHours } from "#lib/scheduling/server/clinic/business-hours.ts";
import { appPool, ownerSql } from "../database.ts";
import { type Clinic, makeClinic } from "../factories.ts";

/** Two desks at once, each with a template of a Monday, past all of our code. @returns how many got in */
async function collide(clinic: Clinic): Promise<number> {
  const add = async (name: string, opens: string) => {
    const { rows } = await appPool.query(
      "INSERT INTO week_template (clinic_id, name, valid_from, valid_to) VALUES ($1, $2, '2031-03-01', $3) RETURNING id",
      [clinic.id, name, name === "long" ? "2031-03-31" : "2031-03-10"],
    );
    await appPool.query(
      `INSERT INTO business_hours (clinic_id, template_id, day_of_week, open_time, close_time)
       VALUES ($1, $2, 0, $3, $3::time + interval '2 hours')`,
      [clinic.id, rows[0].id, opens],
    );
  };
  const results = await Promise.allSettled([add("long", "09:00"), add("short", "10:00")]);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason.constraint).toBe("week_template_overlap");
  }
  return results.filter((result) => result.status === "fulfilled").length;
}

test("two templates never hold on one day; without the guard a Monday has two weeks", async () => {
  const guarded = await makeClinic();
  expect(await collide(guarded)).toBe(1);
  expect(shiftsOn("2031-03-03", await businessHours(guarded.id), [])).toHaveLength(1);

  const [constraint] = await ownerSql<{ definition: string }>(
    "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'week_template_overlap'",
  );
  await ownerSql("ALTER TABLE week_template DROP CONSTRAINT week_template_overlap");
  const bare = await makeClinic();
  try {
    expect(await collide(bare)).toBe(2);
    expect(shiftsOn("2031-03-03", await businessHours(bare.id), [])).toHaveLength(2);
  } finally {
    await ownerSql("DELETE FROM business_hours; DELETE FROM week_template");
    await ownerSql(`ALTER TABLE week_template ADD CONSTRAINT week_template_overlap ${constraint?.definition}`);
  }
});

test("the weeks of a template and the usual one do not meet, shifts of one week do not overlap", async () => {
  const clinic = await makeClinic();
  const [template] = await ownerSql<{ id: string }>(
    "INSERT INTO week_template (clinic_id, name, valid_from, valid_to) VALUES ($1, 'Summer', '2031-03-01', '2031-03-31') RETURNING id",
    [clinic.id],
  );
  const shift = (templateId: string | null, opens: string) =>
    appPool.query(
      "INSERT INTO business_hours (clinic_id, template_id, day_of_week, open_time, close_time) VALUES ($1, $2, 0, $3, '17:00')",
      [clinic.id, templateId, opens],
    );
  await shift(null, "09:00");
  await shift(template?.id ?? null, "09:00");
  await expect(shift(template?.id ?? null, "10:00")).rejects.toMatchObject({ constraint: "business_hours_overlap" });
  await expect(shift(null, "10:00")).rejects.toMatchObject({ constraint: "business_hours_overlap" });
});
