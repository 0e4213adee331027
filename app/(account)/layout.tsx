import type { ReactNode } from "react";
import { SiteFrame } from "../_shell/site-frame.tsx";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <SiteFrame>{children}</SiteFrame>;
}
