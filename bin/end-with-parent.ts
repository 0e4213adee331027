// Loaded into a process that serves, before its own code. Nobody writes to its standard input: that pipe closes when
// the process that started it is gone, even if it was killed and could say nothing.
const patienceMs = 10_000;

process.stdin.once("close", () => {
  setTimeout(() => process.exit(1), patienceMs).unref();
  process.kill(process.pid, "SIGTERM");
});
process.stdin.resume();
if ("unref" in process.stdin && typeof process.stdin.unref === "function") process.stdin.unref();
