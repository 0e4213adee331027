import { startBackground } from "#lib/jobs/server/background.ts";

// The worker as `npm run worker` starts it, with shorter pauses: it is there to be killed.
startBackground({ leaseSeconds: 3, firstPauseMs: 250, messagesEveryMs: 100 });
console.log("up");
setInterval(() => {}, 60_000);
