import type { ReactNode } from "react";
import { SiteFrame } from "../_shell/site-frame.tsx";
import { siteMetadata } from "../_shell/site-metadata.ts";

export const generateMetadata = siteMetadata;

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <SiteFrame>{children}</SiteFrame>;
}
