import { type Tag, tags } from "#lib/api/endpoint.ts";
import type { Endpoint } from "#lib/api/server/call.ts";
import { endpoints } from "#lib/api/server/endpoints.ts";
import { slugOf } from "./read-document.ts";

/** What calls are about: a page each. */
export interface Area {
  slug: string;
  name: string;
  about: string;
  calls: Endpoint[];
}

export const areas: Area[] = (Object.keys(tags) as Tag[])
  .map((name) => ({
    slug: slugOf(name),
    name,
    about: tags[name],
    calls: endpoints.filter(({ tag }) => tag === name),
  }))
  .filter(({ calls }) => calls.length > 0);
