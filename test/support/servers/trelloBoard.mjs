/**
 * As much of Trello's API as is asked for here, with the errors that it gives: https://developer.atlassian.com/cloud/trello/rest/.
 * What the board holds can be changed while it is asked, as other people change a board.
 * @param {import("./trelloBoard.mjs").TrelloKeys} keys
 * @returns {import("./trelloBoard.mjs").TrelloBoard}
 */
export function trelloBoard(keys) {
  const part = (/** @type {string} */ name, /** @type {"complete" | "incomplete"} */ state, /** @type {number} */ pos) => ({ name, state, pos });
  /** @type {import("./trelloBoard.mjs").TrelloBoard} */
  const board = {
    boards: [{ id: "b1", name: "Acme Shop", url: "https://trello.com/b/b1" }],
    lists: [{ id: "doing", name: "Doing", pos: 1 }, { id: "later", name: "Later", pos: 2 }],
    cards: [
      trelloCard("c1", "Checkout", { due: "2026-12-03T12:00:00.000Z", checklists: [{ pos: 1, checkItems: [part("Pay with bKash", "complete", 1), part("Order emails", "incomplete", 2)] }] }),
      trelloCard("c2", "Loyalty", { idList: "later" }),
    ],
    comments: [],
    isTokenGood: true,
    answer({ method, path, authorization, body }) {
      if (authorization !== `OAuth oauth_consumer_key="${keys.key}", oauth_token="${keys.token}"` || !board.isTokenGood) return { status: 401, body: "invalid token" };
      const { pathname, searchParams } = new URL(path, "http://localhost");
      const [, of = "", id = "", what = ""] = /^\/1\/(\w+)\/(\w+)(?:\/([\w/]+))?$/.exec(pathname) ?? [];
      if (of === "members") return { status: 200, body: what === "boards" ? board.boards.filter(({ closed }) => closed !== true) : { fullName: "Nadia Rahman", username: "nadia" } };
      const found = board.boards.find((one) => one.id === id);
      if (of === "boards" && found) {
        if (what === "") return { status: 200, body: { id, closed: found.closed === true } };
        if (what === "lists") return { status: 200, body: board.lists };
        // "open" has the open cards of archived lists, too; "visible" has not.
        const filter = searchParams.get("filter");
        if (filter !== "open" && filter !== "visible") return { status: 400, body: "invalid value for filter" };
        return { status: 200, body: board.cards.filter(({ closed, idList }) => !closed && (filter === "open" || board.lists.some((list) => list.id === idList))).map((card, pos) => ({ ...card, pos, url: `https://trello.com/c/${card.id}` })) };
      }
      if (of === "cards" && what === "actions/comments" && method === "POST" && board.cards.some((card) => card.id === id)) {
        board.comments.push({ card: id, text: new URLSearchParams(body).get("text") ?? "" });
        return { status: 200, body: { id: `a${board.comments.length}` } };
      }
      return { status: 404, body: "The requested resource was not found." };
    },
  };
  return board;
}

/**
 * @param {string} id
 * @param {string} name
 * @param {Partial<import("./trelloBoard.mjs").TrelloCard>} [more]
 * @returns {import("./trelloBoard.mjs").TrelloCard}
 */
export function trelloCard(id, name, more) {
  return { id, name, idList: "doing", due: null, dueComplete: false, closed: false, checklists: [], ...more };
}
