import type { ReactNode } from "react";
import { SiteFrame } from "../../_shell/site-frame.tsx";

export default function ApiDocsLayout({ children }: { children: ReactNode }) {
  return <SiteFrame>{children}</SiteFrame>;
}
