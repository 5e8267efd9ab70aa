import { trelloBoard } from "./trelloBoard.mjs";
import { startWeb, type Answering, type Asked } from "./web";

/** A board on a real server; `fault` answers in the place of everything, where it is not undefined. */
export async function startTrello() {
  const board = Object.assign(trelloBoard({ key: "k3y", token: "t0ken" }), { fault: undefined as Answering | ((asked: Asked) => Answering | undefined) | undefined });
  const web = await startWeb((asked) => {
    const fault = typeof board.fault === "function" ? board.fault(asked) : board.fault;
    return fault ?? board.answer({ method: asked.method, path: asked.path, authorization: asked.headers.authorization, body: asked.body.toString() });
  });
  return Object.assign(board, { url: `${web.url}/1/`, asked: web.asked, stop: () => web.stop() });
}
export type Trello = Awaited<ReturnType<typeof startTrello>>;
