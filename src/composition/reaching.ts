import type { OutboxRows } from "../core/report/outboxNodes";
import { createEmitter } from "../core/emitter";
import { once } from "../core/once";
import type { DraftCommandsDeps } from "../ui/commands/draft/deps";
import type { Register } from "../ui/commands/register";
import { sendIds } from "../ui/commands/send/sendIds";
import { serviceIds } from "../ui/commands/services/serviceIds";
import { userSettings as settings } from "../ui/settings";
import type { Ground } from "./ground";
import type { BookDeps } from "./screen";
import type { Stores } from "./stores";

export type Reaching = ReturnType<typeof openReaching>;

/** What leaves this machine: mail, HTTP and the tools of clients are loaded when something is first sent or asked, or waits to be. */
export function openReaching(register: Register, { own, clock, log, texts, trust, at, logged }: Ground, { book, history, secrets }: Stores, bookDeps: BookDeps, draftDeps: DraftCommandsDeps) {
  let outboxRows: OutboxRows = { unsent: [], held: [] };
  const outboxChanged = own(createEmitter<unknown>());
  const showRows = (rows: OutboxRows) => {
    outboxRows = rows;
    outboxChanged.fire(undefined);
  };
  const sending = once(async () => {
    const [{ openSending }] = await Promise.all([import("./sending"), texts()]);
    return own(openSending({ ...draftDeps, secrets: await secrets(), known: book.known, keep: (changes) => book.change(changes), showRows }, at("outbox"), own));
  });
  for (const id of sendIds) own(register(id, async (...args) => (await sending()).handlers[id](...args)));

  // Tools of clients ask nobody anything before a command does, or the clock by a setting.
  const { clipboard, openDrafts } = draftDeps;
  const tools = once(async () => {
    const [{ openTools }] = await Promise.all([import("./tools"), texts()]);
    return own(openTools({ ...bookDeps, history, openDrafts, log, settings, clipboard, onDidGrantTrust: trust.onDidGrant, secrets: await secrets() }));
  });
  for (const id of serviceIds) own(register(id, async (...args) => (await tools()).handlers[id](...args)));
  const hasTool = (projectId?: string) => book.current().project.some(({ id, tool }) => tool !== undefined && (projectId === undefined || id === projectId));

  const somethingWaits = async () => (await import("../storage/somethingWaits")).somethingWaits(at("outbox"), history, clock);
  return {
    outbox: { rows: () => outboxRows, onDidChange: outboxChanged.event },
    /** Offers to tell the client's tool of what was sent. */
    offerToPost: (recordId: string, projectId: string | undefined) =>
      projectId !== undefined && hasTool(projectId) && void tools().then(({ offerToPost }) => offerToPost(recordId)).catch(logged),
    followTools: () => settings.refreshTools() && hasTool() && void tools().catch(logged),
    /** Says what waits to be sent since an earlier time. */
    tellWaiting: () => void somethingWaits().then(async (yes) => yes && (await sending()).tellWaiting()).catch(logged),
    lookAtWaiting: () => void somethingWaits().then(async (yes) => yes && (await sending()).look()).catch(logged),
  };
}
