import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import NotFound from "../not-found.tsx";
import { answerWith } from "./answer-with.ts";

/**
 * What a patient's page returns for something that is not there: the 404 page, whole without JavaScript, where
 * `notFound()` would send an empty one.
 */
export async function Missing() {
  await answerWith(404);
  return <NotFound />;
}

/** For pages whose title is that of the thing they show. */
export async function missingMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.notFound"))("title"), robots: { index: false } };
}
