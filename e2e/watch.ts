import type { BrowserContext, Request } from "@playwright/test";

/** Notes whatever a browser complains about: errors, warnings, broken policies, requests that fail. */
export function noteComplaints(context: BrowserContext, note: (complaint: string) => void): void {
  context.on("weberror", (error) => note(`uncaught on ${error.page()?.url()}: ${error.error().message}`));
  context.on("console", (message) => {
    const isBad = message.type() === "error" || message.type() === "warning";
    // What failed to load is told by the response itself, with its address.
    if (!isBad || message.text().startsWith("Failed to load resource")) return;
    // A mail holds no script (see templates.test.ts), so what its frame keeps out now and then is the test tool's own.
    if (message.text().startsWith("Blocked script execution in 'about:srcdoc'")) return;
    note(`console ${message.type()} on ${message.page()?.url()}: ${message.text()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // Leaving a page ends what it was still asking for. "csp" is how scripts are kept out where JavaScript is off; where
    // it is on, what the policy keeps out is told on the console.
    if (reason !== "net::ERR_ABORTED" && reason !== "csp") note(`${nameOf(request)}: ${reason}`);
  });
  context.on("response", (response) => {
    const request = response.request();
    // Whether a page may be refused or missing is for the test to say; it must never be broken.
    const isPage = request.isNavigationRequest() && response.status() < 500;
    if (response.status() >= 400 && !isPage) note(`${nameOf(request)}: ${response.status()}`);
  });
}

function nameOf(request: Request): string {
  return `${request.method()} ${request.url()}`;
}
