import "server-only";
import { registerHooks } from "node:module";

let isReady = false;

/**
 * Under the condition "react-server", with which scripts run so that `server-only` lets them, React refuses to write
 * HTML. From now on whoever asks for that part of it gets the one that does.
 */
export function letReactWrite(): void {
  if (isReady) return;
  isReady = true;
  registerHooks({
    resolve(specifier, context, next) {
      const writes = specifier === "react-dom/server" || context.parentURL?.includes("/node_modules/react-dom/");
      if (!writes) return next(specifier, context);
      return next(specifier, { ...context, conditions: context.conditions.filter((name) => name !== "react-server") });
    },
  });
}
