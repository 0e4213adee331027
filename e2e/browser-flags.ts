/**
 * What a whole Chromium does for its own windows and no test looks at: its address bar is a page in a process of its
 * own, started for every browser context.
 */
const ownPages = ["WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup", "OmniboxNext"];

/** What Playwright switches off; of several such flags Chromium follows the last, which is ours. */
const offByPlaywright = [
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay"],
  ...["HttpsFirstBalancedModeAutoEnable", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning"],
  ...["AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"],
  "PreconnectToSearch",
];

export const browserFlags = [
  ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
  `--disable-features=${[...offByPlaywright, ...ownPages].join(",")}`,
  // Chromium's own sandbox refuses root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
