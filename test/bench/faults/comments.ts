import type { HistoryEntry, SentRecord } from "../../../src/core/book/sentRecord";
import { commentedOn } from "../../../src/core/book/toolComments";
import type { ProjectTool, ToolName } from "../../../src/core/ports/services";
import { postUpdate, settleComment, type Posted } from "../../../src/flows/postUpdate";
import type { Linked } from "../../../src/flows/toolMilestones";
import { createAsana } from "../../../src/services/asana/asana";
import { createBasecamp } from "../../../src/services/basecamp/basecamp";
import { createTrello } from "../../../src/services/trello/trello";
import type { Answering } from "../../support/servers/web";
import { clock, faulty, log, quick, type Outcome, type Surroundings } from "./faulty";

const parts = { http: quick, clock };
const saying = (value: string) => () => Promise.resolve(value);

function toolAt(service: ToolName, url: string): ProjectTool {
  switch (service) {
    case "trello":
      return createTrello({ baseUrl: `${url}/1/`, key: saying("key"), token: saying("token") }, parts);
    case "asana":
      return createAsana({ baseUrl: `${url}/api/1.0/`, token: saying("token") }, parts);
    case "basecamp":
      return createBasecamp({ baseUrl: `${url}/77/`, token: saying("token"), renewed: () => Promise.resolve({ is: "ok", value: "another" }), userAgent: "Khobor (rafi@example.com)" }, parts);
  }
}
const posted: Readonly<Record<ToolName, Answering>> = {
  trello: { status: 200, body: { id: "a1" } },
  asana: { status: 201, body: { data: { gid: "1" } } },
  basecamp: { status: 201, body: { id: 1, app_url: "https://3.basecamp.com/77/c/1" } },
};

/** A sent message that is to stand as a comment once. What is unclear the user looks up, or leaves; two windows may post at once. */
export async function commentOnce(service: ToolName, id: string, around: Surroundings): Promise<Outcome> {
  const { dice } = around;
  const history: HistoryEntry[] = [];
  const store = {
    all: () => Promise.resolve([...history]),
    // As files on a disk: of two that are called the same only the first can be written.
    add: (entry: HistoryEntry) => (history.some((one) => one.id === entry.id) ? Promise.reject(new Error("there")) : Promise.resolve(void history.push(entry))),
  };
  const record = { version: 2, what: "sent", id, clientId: "c", kind: "progress", language: "en", channel: "email", at: clock.now(), text: `Hi Sara. ${id}`, told: [], readUpTo: {}, noteIds: [], outcome: "delivered" } as SentRecord;
  const linked = { project: {}, link: { service, account: "me", id: "b1" }, account: { service, account: "me" } } as unknown as Linked;
  const target = { id: "c1", title: "Checkout", done: false, deliverables: [] };
  let taken = 0;
  let tries = 0;
  let last: Posted | undefined;
  for (let turn = 0; turn < 3; turn++) {
    const before = commentedOn(id, history);
    if (before.is === "posted") break;
    if (before.is === "unclear") {
      if (dice.next() < 0.5) break;
      await settleComment(before.last, taken > 0, { history: store as never, clock, newId: () => `${id}-${history.length}` });
      continue;
    }
    const web = await faulty(() => (taken++, posted[service]), around);
    const deps = { history: store as never, tools: { open: () => Promise.resolve(toolAt(service, web.url)) }, clock, newId: () => `${id}-${history.length}`, log };
    const said = await Promise.all([postUpdate(record, linked, target, deps), ...(dice.next() < 0.2 ? [postUpdate(record, linked, target, deps)] : [])]);
    await web.stop();
    tries += said.filter(({ is }) => is !== "busy").length;
    last = said.find(({ is }) => is !== "busy") ?? last;
  }
  const now = commentedOn(id, history);
  const isSaid = last !== undefined && "reason" in last;
  const ended = now.is === "posted" ? "delivered" : !isSaid ? "unknown" : now.is === "unclear" ? "unclear" : "failed";
  return { taken, records: history.filter((one) => one.what === "comment" && one.step === "posted").length, tries, ended };
}
