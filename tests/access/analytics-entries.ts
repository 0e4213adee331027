import { booked } from "#lib/analytics/figures.ts";
import { analytics } from "#lib/analytics/server/analytics.ts";
import { type ExportWords, exportAppointments, exportColumns } from "#lib/analytics/server/export-appointments.ts";
import { checkChain } from "#lib/audit/server/check-chain.ts";
import { listAudit } from "#lib/audit/server/list-audit.ts";
import { monday } from "../factories.ts";
import { adminOnly, type Entry } from "./entry.ts";

const range = { from: monday, to: monday };
const words: ExportWords = {
  heads: Object.fromEntries(exportColumns.map((name) => [name, name])) as ExportWords["heads"],
  status: Object.fromEntries(booked.map((name) => [name, name])) as ExportWords["status"],
};

export const analyticsEntries: Entry[] = [
  {
    name: "analytics",
    call: (actor, { clinicId }) => analytics(actor, { clinicId, ...range }),
    expected: adminOnly,
  },
  {
    name: "exportAppointments",
    call: async (actor, { clinicId }) => {
      const result = await exportAppointments(actor, { clinicId, ...range }, words);
      return result.ok ? { ok: true, value: await Array.fromAsync(result.value) } : result;
    },
    expected: adminOnly,
  },
  { name: "listAudit", call: (actor, { clinicId }) => listAudit(actor, { clinicId }), expected: adminOnly },
  { name: "checkChain", call: (actor, { clinicId }) => checkChain(actor, { clinicId }), expected: adminOnly },
];
