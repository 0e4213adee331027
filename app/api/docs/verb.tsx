import { classNames } from "#components/ui/class-names.ts";
import type { Method } from "#lib/api/endpoint.ts";

/** What reads, what adds or changes, what takes away. */
const colours: Record<Method, string> = {
  GET: "text-arrived",
  POST: "text-pine",
  PUT: "text-requested",
  PATCH: "text-requested",
  DELETE: "text-brick",
};

export function Verb({ method, className }: { method: Method; className?: string }) {
  return <span className={classNames("font-mono text-sm/6 font-semibold", colours[method], className)}>{method}</span>;
}
