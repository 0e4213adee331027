import type { Action } from "./action.ts";
import { form, without } from "./pick-form.ts";

/** When the clinic is open, and the slots that follow. */
export const clinicTimeActions: Record<string, Action> = {
  "admin/hours/actions.ts#saveHours": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/hours",
    fill: (forms) => form(forms, ["open-0-0"], { "open-0-0": "07:00", intent: "save" }),
  },
  "admin/hours/actions.ts#addTemplate": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/hours/templates/new",
    fill: (forms) =>
      form(forms, ["validFrom"], {
        name: "Sneaked in",
        validFrom: "2041-07-01",
        validTo: "2041-07-31",
        intent: "save",
      }),
  },
  "admin/hours/actions.ts#changeTemplate": {
    may: ["admin"],
    by: "admin",
    at: ({ templateId }) => `/admin/hours/templates/${templateId}`,
    fill: (forms) => form(forms, ["validFrom"], { name: "Renamed", intent: "save" }),
  },
  "admin/hours/actions.ts#removeTemplate": {
    may: ["admin"],
    by: "admin",
    at: ({ templateId }) => `/admin/hours/templates/${templateId}`,
    fill: (forms) => form(without(forms, "validFrom"), ["id"]),
  },
  "admin/closures/actions.ts#addDays": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/closures/new",
    fill: (forms) => form(forms, ["reason"], { reason: "Sneaked in", from: "2041-01-07", intent: "save" }),
  },
  "admin/closures/actions.ts#changeDays": {
    may: ["admin"],
    by: "admin",
    at: ({ closureId }) => `/admin/closures/${closureId}`,
    fill: (forms) => form(forms, ["reason"], { reason: "Changed", intent: "save" }),
  },
  "admin/closures/actions.ts#removeDays": {
    may: ["admin"],
    by: "admin",
    at: ({ closureId }) => `/admin/closures/${closureId}`,
    fill: (forms) => form(without(forms, "reason"), ["id", "year"]),
  },
  "admin/closures/actions.ts#addHolidays": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/closures/import?country=GB&region=ENG&year=2041",
    fill: (forms) => form(forms, ["dates"]),
  },
  "admin/slots/actions.ts#generate": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/slots/generate",
    fill: (forms) => form(forms, ["startDate"]),
  },
  "admin/slots/actions.ts#regenerate": {
    may: ["admin"],
    by: "admin",
    at: () => "/admin/slots/regenerate",
    fill: (forms) => form(forms, ["startDate"], { startDate: "2041-03-04", endDate: "2041-03-08" }),
  },
};
