import { classNames } from "./class-names.ts";

/** Stands where something is on its way, as large as that will be. Only drawn: words beside it say that it loads. */
export function Bone({ className }: { className: string }) {
  return <span aria-hidden className={classNames("block animate-pulse rounded-sm bg-line", className)} />;
}
