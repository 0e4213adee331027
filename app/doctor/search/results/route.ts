import { answerSearch } from "#app/_desk/search/answer-search.ts";

export async function GET(request: Request): Promise<Response> {
  return answerSearch(request, "doctor");
}
