import "server-only";
import packageJson from "#package.json" with { type: "json" };
import { openApiDocument } from "../openapi.ts";
import { endpoints } from "./endpoints.ts";

export type ApiDocument = ReturnType<typeof openApiDocument>;

let made: ApiDocument | undefined;

/** The API's own description; the same as long as the process runs. */
export function apiDocument(): ApiDocument {
  made ??= openApiDocument(endpoints, {
    title: "Slotwell",
    version: packageJson.version,
    description:
      "Appointments of a clinic that is never overbooked. Every call does what the screens do, by the same commands and with the same refusals.",
  });
  return made;
}
