import pg from "pg";
import { closeDatabase } from "#lib/db/client.ts";
import { benchApi } from "./api.ts";
import { benchAvailability } from "./availability.ts";
import { benchBooking, benchCrowd, benchTransitions } from "./booking.ts";
import { benchHistory } from "./history.ts";
import { makeBenchHouse } from "./house.ts";
import { benchLive } from "./live.ts";
import { benchPlans } from "./plans.ts";
import type { Row } from "./row.ts";
import { benchSlotEngine } from "./slot-engine.ts";

const groups = [
  "engine",
  "booking",
  "crowd",
  "transitions",
  "availability",
  "plans",
  "history",
  "api",
  "live",
] as const;

/** @param only names of `groups`; all where empty */
export async function measure(
  { ownerUrl, appUrl }: { ownerUrl: string; appUrl: string },
  only: string[],
  report: (step: string) => void,
): Promise<Row[]> {
  const raw = new pg.Pool({ connectionString: appUrl, max: 16 });
  raw.on("error", () => {});
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const rows: Row[] = [];
  const group = async (name: (typeof groups)[number], run: () => Promise<Row[]>) => {
    if (only.length > 0 && !only.includes(name)) return;
    report(name);
    rows.push(...(await run()));
  };
  try {
    await group("engine", async () => slotEngineRows());
    const house = await makeBenchHouse({ doctors: 12, days: 60 });
    await group("booking", () => benchBooking(house, raw));
    await group("crowd", () => benchCrowd(raw));
    await group("transitions", () => benchTransitions(house, raw));
    await group("availability", () => benchAvailability(raw));
    await group("plans", () => benchPlans());
    await group("history", () => benchHistory(ownerUrl, raw));
    await group("api", () => benchApi(owner, appUrl, raw));
    await group("live", () => benchLive(appUrl));
    return rows;
  } finally {
    await Promise.all([raw.end(), owner.end()]);
    await closeDatabase();
  }
}

function slotEngineRows(): Row[] {
  return benchSlotEngine().map(({ name, engineMs, floorMs }) => ({
    name: `slot engine, ${name}`,
    figure: engineMs,
    floor: floorMs,
    unit: "ms",
    bar: { kind: "at most", value: 3 },
  }));
}
