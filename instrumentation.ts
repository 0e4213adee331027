/** Runs once when the server process starts, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ env }, { notePeerAddresses }, { noteAnswers }, { startBackground }, { capacityHub }] = await Promise.all([
    import("#lib/env.ts"),
    import("#lib/auth/peer-header.ts"),
    import("#lib/http/server/answers.ts"),
    import("#lib/jobs/server/background.ts"),
    import("#lib/live/server/capacity-hub.ts"),
  ]);
  notePeerAddresses();
  noteAnswers();
  // The server waits for every answer to end, and a stream never would.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => capacityHub().close());
  if (env().worker === "inside") startBackground();
}
