import type { Answered, ProjectTool, RemoteMilestone, ToolPart, ToolPlace } from "../../core/ports/services";
import { andThen, archived, ask, fieldsOf, listOf, mostPages, ok, textOf, tooMuch, urlOf, type Answer, type ServiceParts } from "../asking";
import { momentOf } from "../remoteDates";

export interface TrelloAccount {
  /** "https://api.trello.com/1/" */
  readonly baseUrl: string;
  readonly key: () => Promise<string | undefined>;
  readonly token: () => Promise<string | undefined>;
}

/**
 * Trello's REST API, https://developer.atlassian.com/cloud/trello/rest/. A card is a milestone with its checklists, or a list
 * is one with its cards. Key and token go in the Authorization header (…/guides/rest-api/authorization/), not in addresses,
 * which end up in logs.
 */
export function createTrello(account: TrelloAccount, parts: ServiceParts): ProjectTool {
  const request = async (method: "GET" | "POST", path: string, query: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Answered<Answer>> => {
    const [key, token] = await Promise.all([account.key(), account.token()]);
    if (key === undefined || token === undefined) return { is: "failed", reason: { id: "service.notConnected", values: { service: "Trello" } }, detail: "no key or token" };
    const url = new URL(path, account.baseUrl);
    const fields = new URLSearchParams(query).toString();
    const headers = { authorization: `OAuth oauth_consumer_key="${key}", oauth_token="${token}"`, accept: "application/json" };
    if (method === "GET") url.search = fields;
    const answered = await ask("Trello", { method, url: url.href, headers: method === "GET" ? headers : { ...headers, "content-type": "application/x-www-form-urlencoded" }, ...(method === "POST" && { body: fields }) }, parts, signal);
    // A board that the token's owner may not see gets the same number as a token that has ended.
    const isHidden = answered.is === "failed" && answered.reason.id === "service.token" && /unauthorized permission/i.test(answered.detail);
    return isHidden ? { ...answered, reason: { id: "service.forbidden", values: { service: "Trello" } } } : answered;
  };
  const get = (path: string, query: Readonly<Record<string, string>>, signal?: AbortSignal) => request("GET", path, query, signal);
  const id = (value: string) => encodeURIComponent(value);
  const cardFields = "name,due,dueComplete,closed,url,idList,pos";

  const lists = (boardId: string, signal?: AbortSignal): Promise<Answered<readonly ToolPart[]>> =>
    andThen(get(`boards/${id(boardId)}/lists`, { filter: "open", fields: "name,pos" }, signal), ({ json }) => ok(listOf(json).map((list) => ({ id: textOf(list["id"]), name: textOf(list["name"]) }))));
  /** A thousand at most come at once, the newest first: `before` the oldest of them are the rest. Ids begin with the time. */
  const cards = async (boardId: string, signal?: AbortSignal): Promise<Answered<readonly Card[]>> => {
    const found: Card[] = [];
    let before: string | undefined;
    for (let page = 0; page < mostPages; page++) {
      const answer = await get(`boards/${id(boardId)}/cards`, { filter: "visible", fields: cardFields, checklists: "all", checkItem_fields: "name,state,pos", limit: String(pageSize), ...(before !== undefined && { before }) }, signal);
      if (answer.is !== "ok") return answer;
      const more = listOf(answer.value.json);
      const ids = new Set(found.map((card) => textOf(card["id"])));
      const fresh = more.filter((card) => !ids.has(textOf(card["id"])));
      found.push(...fresh);
      if (more.length < pageSize || fresh.length === 0) return ok(found);
      before = more.map((card) => textOf(card["id"])).sort()[0];
    }
    return tooMuch("Trello");
  };

  /** A closed board still gives its lists and cards: only the board itself says that it is closed. */
  const ifOpen = <T>(boardId: string, next: () => Promise<Answered<T>>, signal?: AbortSignal): Promise<Answered<T>> =>
    andThen(get(`boards/${id(boardId)}`, { fields: "closed" }, signal), ({ json }) => (fieldsOf(json)["closed"] === true ? archived("Trello", "the board is closed") : next()));

  return {
    name: "trello",
    milestonesCanBe: ["card", "list"],
    whoAmI: (signal) => andThen(get("members/me", { fields: "fullName,username" }, signal), ({ json }) => ok(textOf(fieldsOf(json)["fullName"]) || textOf(fieldsOf(json)["username"]))),
    places: (signal) =>
      andThen(get("members/me/boards", { filter: "open", fields: "name,url" }, signal), ({ json }) =>
        ok(listOf(json).map((board): ToolPlace => ({ id: textOf(board["id"]), name: textOf(board["name"]), ...urlOf(board["url"]) })).sort((a, b) => a.name.localeCompare(b.name))),
      ),
    parts: lists,
    milestones: (boardId, are, within, signal) =>
      andThen(ifOpen(boardId, () => cards(boardId, signal), signal), async (all) => {
        const open = all.filter((card) => card["closed"] !== true && (within === undefined || textOf(card["idList"]) === within)).toSorted(byPlace);
        if (are !== "list") return ok(open.map(cardAsMilestone));
        return andThen(lists(boardId, signal), (own) =>
          ok(own.filter((list) => within === undefined || list.id === within).map((list): RemoteMilestone => {
            const its = open.filter((card) => textOf(card["idList"]) === list.id);
            return { id: list.id, title: list.name, done: its.length > 0 && its.every(isDone), deliverables: its.map((card) => ({ text: textOf(card["name"]), done: isDone(card) })) };
          })),
        );
      }),
    // A list has no comments: its board's members see what is written on a card alone.
    comment: (_, cardId, text) => {
      const refused = (reason: "service.noPlaceForComment" | "service.tooLong", detail: string) => Promise.resolve({ is: "failed", reason: { id: reason, values: { service: "Trello" } }, detail } as const);
      if (cardId === undefined) return refused("service.noPlaceForComment", "no card");
      // Half a message on record as a whole one would be worse than none.
      if (text.length > mostComment) return refused("service.tooLong", `${text.length} of ${mostComment} characters`);
      return andThen(request("POST", `cards/${id(cardId)}/actions/comments`, { text }), () => ok({}));
    },
  };
}

/** https://developer.atlassian.com/cloud/trello/rest/api-group-cards/#api-cards-id-actions-comments-post: up to 16,384 characters. */
const mostComment = 16_384;
/** https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/#paging: 1,000 at most. */
const pageSize = 1000;

type Card = ReturnType<typeof fieldsOf>;
const isDone = (card: Card): boolean => card["dueComplete"] === true;
const byPlace = (a: Card, b: Card): number => Number(a["pos"] ?? 0) - Number(b["pos"] ?? 0);

function cardAsMilestone(card: Card): RemoteMilestone {
  const items = listOf(card["checklists"]).toSorted(byPlace).flatMap((list) => listOf(list["checkItems"]).toSorted(byPlace));
  return {
    id: textOf(card["id"]),
    title: textOf(card["name"]),
    ...urlOf(card["url"]),
    ...momentOf(card["due"]),
    done: isDone(card),
    deliverables: items.map((item) => ({ text: textOf(item["name"]), done: item["state"] === "complete" })),
  };
}
