/** Runs once when the server process starts, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ env }, { notePeerAddresses }, { noteAnswers }, { startBackground }] = await Promise.all([
    import("#lib/env.ts"),
    import("#lib/auth/peer-header.ts"),
    import("#lib/http/server/answers.ts"),
    import("#lib/jobs/server/background.ts"),
  ]);
  notePeerAddresses();
  noteAnswers();
  if (env().worker === "inside") startBackground();
}
