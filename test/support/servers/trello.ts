import { startWeb, type Answering, type Asked } from "./web";

export interface TrelloCard {
  readonly id: string;
  name: string;
  idList: string;
  due: string | null;
  dueComplete: boolean;
  closed: boolean;
  checklists: { pos: number; checkItems: { name: string; state: "complete" | "incomplete"; pos: number }[] }[];
}
export const trelloCard = (id: string, name: string, more: Partial<TrelloCard> = {}): TrelloCard => ({ id, name, idList: "doing", due: null, dueComplete: false, closed: false, checklists: [], ...more });

/**
 * As much of Trello's API as is asked for here, with the errors that it gives: https://developer.atlassian.com/cloud/trello/rest/.
 * What it holds can be changed while it runs, as other people change a board.
 */
export async function startTrello(keys: { readonly key: string; readonly token: string } = { key: "k3y", token: "t0ken" }) {
  const board = {
    boards: [{ id: "b1", name: "Acme Shop", url: "https://trello.com/b/b1" }],
    lists: [{ id: "doing", name: "Doing", pos: 1 }, { id: "later", name: "Later", pos: 2 }],
    cards: [
      trelloCard("c1", "Checkout", { due: "2026-12-03T12:00:00.000Z", checklists: [{ pos: 1, checkItems: [{ name: "Pay with bKash", state: "complete", pos: 1 }, { name: "Order emails", state: "incomplete", pos: 2 }] }] }),
      trelloCard("c2", "Loyalty", { idList: "later" }),
    ],
    comments: [] as { card: string; text: string }[],
    /** Answers in the place of everything, where it is not undefined. */
    fault: undefined as Answering | ((asked: Asked) => Answering | undefined) | undefined,
    isTokenGood: true,
  };
  const json = (body: object): Answering => ({ status: 200, body });
  const missing: Answering = { status: 404, body: "The requested resource was not found." };

  function answer(asked: Asked): Answering {
    const fault = typeof board.fault === "function" ? board.fault(asked) : board.fault;
    if (fault !== undefined) return fault;
    if (asked.headers.authorization !== `OAuth oauth_consumer_key="${keys.key}", oauth_token="${keys.token}"` || !board.isTokenGood) return { status: 401, body: "invalid token" };
    const { pathname, searchParams } = new URL(asked.path, "http://localhost");
    const [, of = "", id = "", what = ""] = /^\/1\/(\w+)\/(\w+)(?:\/([\w/]+))?$/.exec(pathname) ?? [];
    if (of === "members") return what === "boards" ? json(board.boards) : json({ fullName: "Nadia Rahman", username: "nadia" });
    if (of === "boards") {
      if (!board.boards.some((one) => one.id === id)) return missing;
      if (what === "lists") return json(board.lists);
      return searchParams.get("filter") === "open" ? json(board.cards.filter(({ closed }) => !closed).map((card, pos) => ({ ...card, pos, url: `https://trello.com/c/${card.id}` }))) : { status: 400, body: "invalid value for filter" };
    }
    if (of === "cards" && what === "actions/comments" && asked.method === "POST") {
      if (!board.cards.some((card) => card.id === id)) return missing;
      board.comments.push({ card: id, text: new URLSearchParams(asked.body.toString()).get("text") ?? "" });
      return json({ id: `a${board.comments.length}` });
    }
    return missing;
  }
  const web = await startWeb(answer);
  return Object.assign(board, { url: `${web.url}/1/`, asked: web.asked, stop: () => web.stop() });
}
export type Trello = Awaited<ReturnType<typeof startTrello>>;
