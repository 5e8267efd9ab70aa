import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { applyChanges, type Book } from "../../../../../src/core/book/book";
import { revised } from "../../../../../src/core/book/changes";
import type { Zone } from "../../../../../src/core/time/types";
import { createCalendarFiles } from "../../../../../src/services/calendar/calendarFiles";
import { createHttp } from "../../../../../src/services/http";
import { createZoomAccount } from "../../../../../src/services/zoom/zoomAccount";
import { createSecrets } from "../../../../../src/storage/secrets";
import type { MeetingCommandsDeps } from "../../../../../src/ui/commands/meetings/deps";
import { listening } from "../../../storage/logs";
import { memoryMemento } from "../../../storage/memoryMemento";
import type { Act } from "../../prompts/scriptedScreen";
import { bookWith, now, room } from "../book/room";

/** Of all these tests, and gone with them: nobody waits for the names in it. */
const secretNames = mkdtempSync(path.join(tmpdir(), "khobor-meetings-"));
process.on("exit", () => rmSync(secretNames, { recursive: true, force: true }));
let rooms = 0;
export const files = new Map<string, string>();

/** @param zoomUrl where Zoom's API and sign-in are; absent: nowhere */
export function meetingRoom(given: Book | { readonly book: Book; readonly zoomUrl: string }, ...acts: Act[]) {
  const { book, zoomUrl } = "zoomUrl" in given ? given : { book: given, zoomUrl: "http://127.0.0.1:9" };
  const made = room({ book }, ...acts);
  const chosenFiles = {
    save: ({ name }: { readonly name: string }) => Promise.resolve(name),
    open: () => Promise.resolve(undefined),
    write: (file: string, text: string) => Promise.resolve(void files.set(file, text)),
    read: () => Promise.resolve(undefined),
    show: () => Promise.resolve(),
    openOutside: () => Promise.resolve(),
    reveal: () => Promise.resolve(),
  };
  const kept = new Map<string, string>();
  const keeper = { get: (key: string) => Promise.resolve(kept.get(key)), store: (key: string, value: string) => Promise.resolve(void kept.set(key, value)), delete: (key: string) => Promise.resolve(void kept.delete(key)) };
  const secrets = createSecrets({ keeper, memento: memoryMemento(), clock: made.deps.clock, folder: path.join(secretNames, String(rooms++)), ...listening() });
  const opened: string[] = [];
  const logged: string[] = [];
  const deps: MeetingCommandsDeps = {
    ...made.deps,
    calendarFiles: createCalendarFiles(),
    chosenFiles,
    zoom: createZoomAccount({ secrets, urls: () => ({ zoom: `${zoomUrl}/v2/`, zoomSignIn: `${zoomUrl}/oauth/token` }), http: createHttp(), clock: made.deps.clock }),
    open: (address) => Promise.resolve(opened.push(address) > 0),
    progress: (_, task) => task(new AbortController().signal),
    log: { warn: (line) => void logged.push(line) },
  };
  return { ...made, deps, kept, secrets, opened, logged };
}

export const inLondon = (): Book => {
  const book = bookWith("Acme");
  return applyChanges(book, [revised("client", book.client[0]!, { zone: "Europe/London" as Zone }, { now })]);
};
