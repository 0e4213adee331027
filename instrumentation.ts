/** Runs once when the server process starts, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ env }, { notePeerAddresses }, { noteAnswers }, { endConnections, noteConnections }] = await Promise.all([
    import("#lib/env.ts"),
    import("#lib/auth/peer-header.ts"),
    import("#lib/http/server/answers.ts"),
    import("#lib/http/server/connections.ts"),
  ]);
  const [{ startBackground }, { capacityHub }] = await Promise.all([
    import("#lib/jobs/server/background.ts"),
    import("#lib/live/server/capacity-hub.ts"),
  ]);
  notePeerAddresses();
  noteAnswers();
  noteConnections();
  // Next's server stops listening and waits for every answer to end, which a stream never would.
  const end = () => {
    capacityHub().close();
    endConnections();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
  if (env().worker === "inside") startBackground();
}
