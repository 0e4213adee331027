import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Drawer } from "../../_why/drawer.tsx";

export default async function WhyDrawerLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("why");
  return (
    <Drawer title={t("title")} close={t("close")}>
      {children}
    </Drawer>
  );
}
