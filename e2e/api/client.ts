import createClient from "openapi-fetch";
import type { paths } from "./paths.ts";

/** A program that acts for whoever the token is of; without one, for nobody. Made from the API's own description. */
export function apiClient(siteUrl: string, token?: string) {
  return createClient<paths>({
    baseUrl: `${siteUrl}/api/v1`,
    ...(token && { headers: { Authorization: `Bearer ${token}` } }),
  });
}
