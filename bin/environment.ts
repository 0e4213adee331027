import { existsSync } from "node:fs";
import { type Env, parseEnv } from "#lib/env.ts";

/** The settings of a command line run: those of the shell, and of the file .env where the shell says nothing. */
export function commandEnvironment(): Env {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return parseEnv(process.env);
}
