interface PolicyOptions {
  /** Fresh per request, base64. */
  nonce: string;
  /** React's development build needs eval for its stack traces. */
  allowEval?: boolean;
  /** Other places a form may lead to: browsers count the redirect to a sign-in provider as one. */
  formTargets?: string[];
}

/**
 * The Content-Security-Policy of one page. Scripts run only with the page's nonce; inline style attributes are allowed
 * because bars and gauges carry their positions in them.
 */
export function contentSecurityPolicy({ nonce, allowEval = false, formTargets = [] }: PolicyOptions): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${allowEval ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    ["form-action 'self'", ...formTargets].join(" "),
    "frame-ancestors 'none'",
  ].join("; ");
}
