import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Mails are written by the React that Node finds, in the pages' process as in a worker's.
  serverExternalPackages: ["@react-email/render"],
  // Types are a stage of `npm test`; whoever starts Slotwell need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // A photo of up to 5 MB, and one that is too large as far as that can be said in place.
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "12mb" } },
  // The Content-Security-Policy carries a nonce per request, so it is set in proxy.ts.
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    {
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [{ key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" }],
    },
  ],
};

export default createNextIntlPlugin("./app/request-texts.ts")(config);
