import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/**
 * Tells browsers to compile what every page runs while it loads, off the thread that draws. Otherwise Chromium compiles
 * React when it is first called, which keeps a phone from answering for a tenth of a second.
 */
async function compileAhead({ distDir }: { distDir: string }): Promise<void> {
  const manifest = JSON.parse(await readFile(join(distDir, "build-manifest.json"), "utf8"));
  for (const file of manifest.rootMainFiles as string[]) {
    const path = join(distDir, file);
    await writeFile(path, `//# allFunctionsCalledOnLoad\n${await readFile(path, "utf8")}`);
  }
}

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Mails are written by the React that Node finds, in the pages' process as in a worker's.
  serverExternalPackages: ["@react-email/render"],
  // Types are a stage of `npm test`; whoever starts Slotwell need not wait for them.
  typescript: { ignoreBuildErrors: true },
  compiler: { runAfterProductionCompile: compileAhead },
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
