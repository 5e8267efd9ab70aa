import { standing } from "../core/book/sentRecord";
import { searchables, searchIndex, type SearchIndex } from "../core/report/messageSearch";
import { gather, type GatherDeps } from "./exportBook";

/** Everything with words in it that this machine keeps: sent messages, open drafts, and notes, the settled and old ones too. */
export async function indexMessages(deps: GatherDeps): Promise<SearchIndex> {
  const { book, history, drafts } = await gather(deps, { files: false, rest: false });
  const names = new Map(book.client.map(({ id, name }) => [id, name]));
  // A draft that was sent is there as what was sent.
  const open = drafts.filter(({ provenance }) => provenance.sentAs === undefined);
  return searchIndex(searchables(book, standing(history), open), (clientId) => names.get(clientId) ?? "");
}
