import { type Actor, strongestRole } from "./actor.ts";

/** Where somebody lands who signed in without having asked for a page. */
export function homePath(actor: Actor): "/admin" | "/staff" | "/doctor" | "/patient" {
  return `/${strongestRole(actor)}`;
}
