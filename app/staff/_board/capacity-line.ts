/** `polling`: pushing fails here, so the day is asked for every half minute. */
export type LineState = "live" | "polling" | "reconnecting" | "signedOut";

interface CapacityLine {
  /** The stream of server-sent events, and the same day as a document. */
  streamUrl: string;
  documentUrl: string;
  /** The newest version that the page shows. */
  shown: () => string;
  onState: (state: LineState) => void;
  /** @param isFirst what the line says when it comes up; anything later is a change */
  onNews: (version: string, isFirst: boolean) => void;
}

/** A stream that works says something at once; one that is silent so long is held up by a proxy. */
const openPatienceMs = 6_000;
/** Two heartbeats and a bit. */
const silencePatienceMs = 35_000;
const pollEveryMs = 30_000;
const firstRetryMs = 1_000;
/** Where nothing answers, a restart is over soon. */
const downRetryMs = 5_000;

/** Keeps one stream open while somebody looks at the page, and asks now and then where none comes through. */
export function openCapacityLine({ streamUrl, documentUrl, shown, onState, onNews }: CapacityLine): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request: AbortController | undefined;
  let failures = 0;
  let heardAt = 0;
  let isOver = false;

  function hangUp() {
    source?.close();
    request?.abort();
    clearTimeout(timer);
    source = undefined;
  }

  function after(ms: number, then: () => void) {
    clearTimeout(timer);
    timer = setTimeout(then, ms);
  }

  function connect() {
    hangUp();
    if (isOver || document.visibilityState !== "visible") return;
    heardAt = Date.now();
    const mine = new EventSource(`${streamUrl}&lastEventId=${encodeURIComponent(shown())}`);
    let isFirst = true;
    source = mine;
    const alive = () => {
      failures = 0;
      heardAt = Date.now();
      onState("live");
      after(silencePatienceMs, connect);
    };
    mine.addEventListener("heartbeat", alive);
    mine.addEventListener("capacity", ({ lastEventId }) => {
      alive();
      onNews(lastEventId, isFirst);
      isFirst = false;
    });
    mine.addEventListener("end", signedOut);
    mine.addEventListener("error", () => {
      isFirst = true;
      void askInstead();
    });
    after(openPatienceMs, () => void askInstead());
  }

  /** The stream is down or held up: asks once, and tries it again later, the later the longer it fails. */
  async function askInstead() {
    hangUp();
    const mine = new AbortController();
    request = mine;
    failures += 1;
    const answer = await ask(documentUrl, mine.signal);
    if (mine.signal.aborted) return;
    if (answer === "signedOut") return signedOut();
    const isDown = answer === null;
    // What fails again and again while the rest works is the way there; before that it may be a restart.
    onState(isDown || failures < 3 ? "reconnecting" : "polling");
    if (!isDown) onNews(answer.version, true);
    const pause = Math.min(firstRetryMs * 2 ** (failures - 1), isDown ? downRetryMs : pollEveryMs);
    after(pause * (0.5 + Math.random() / 2), connect);
  }

  function signedOut() {
    isOver = true;
    hangUp();
    onState("signedOut");
  }

  /** A computer that slept may hold a stream that is long dead. */
  function look() {
    if (document.visibilityState !== "visible") hangUp();
    else if (!source || Date.now() - heardAt > silencePatienceMs) connect();
  }

  const listeners = [
    [document, "visibilitychange", look],
    [window, "focus", look],
    [window, "pageshow", look],
    [window, "online", connect],
    [window, "offline", askInstead],
  ] as const;
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener);
  connect();
  return () => {
    isOver = true;
    hangUp();
    for (const [target, name, listener] of listeners) target.removeEventListener(name, listener);
  };
}

/** Never throws: a line that is down is an answer too. */
async function ask(url: string, signal: AbortSignal): Promise<{ version: string } | "signedOut" | null> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(openPatienceMs)]);
    const response = await fetch(url, { signal: limit });
    if ([401, 403, 404].includes(response.status)) return "signedOut";
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
