import { addMeeting } from "../../../src/core/book/meetingChanges";
import type { Instant, Zone } from "../../../src/core/time/types";
import { createZoomAccount } from "../../../src/services/zoom/zoomAccount";
import { catchUp, keepMeeting } from "../../../src/ui/commands/meetings/zoomAlong";
import type { Answering, Asked } from "../../support/servers/web";
import { inLondon, meetingRoom } from "../../unit/ui/commands/meetings/meetingRoom";
import { clock, faulty, pathOf, quick, type Outcome, type Surroundings } from "./faulty";

/** A meeting that is to be made in Zoom once. Whatever went wrong, the user presses "Try again in Zoom", and says the truth where asked. */
export async function meetOnce(id: string, around: Surroundings): Promise<Outcome> {
  const there: Record<string, unknown>[] = [];
  const serve = (asked: Asked): Answering => {
    if (pathOf(asked).startsWith("/oauth")) return { status: 200, body: { access_token: "token", expires_in: 3599 } };
    if (asked.method === "GET") return { status: 200, body: { next_page_token: "", meetings: there } };
    const fields = JSON.parse(asked.body.toString()) as object;
    const made = { ...fields, id: 100 + there.length, join_url: `https://zoom.us/j/${100 + there.length}` };
    there.push(made);
    return { status: 201, body: made };
  };
  const { changes, meeting } = addMeeting(
    { clientId: "acme-client", title: id, startsAt: "2026-11-24T10:00:00.000Z" as Instant, minutes: 30, zone: "Europe/London" as Zone },
    { now: clock.now(), newId: () => id },
  );
  let book = inLondon();
  let tries = 0;
  let said = false;
  let done = false;
  for (let turn = 0; turn < 4 && !done; turn++) {
    const web = await faulty(serve, around);
    // Another window each time: only the book is known.
    const room = meetingRoom(book);
    const zoom = createZoomAccount({ secrets: room.secrets, urls: () => ({ zoom: `${web.url}/v2/`, zoomSignIn: `${web.url}/oauth/token` }), http: quick, clock });
    await room.secrets.set({ service: "zoom", account: "me" }, JSON.stringify({ accountId: "a", clientId: "c", clientSecret: "s", at: `${web.url}/v2/ ${web.url}/oauth/token` }));
    const screen = { ...room.deps.screen, pick: () => Promise.resolve({ how: "answered", value: there.length > 0 }) } as unknown as typeof room.deps.screen;
    const deps = { ...room.deps, zoom, screen };
    if (turn === 0) await keepMeeting({ changes, meeting }, { did: { id: "did.add", values: { name: id } }, done: { id: "meetings.added", values: { name: id } } }, deps, "make");
    else await catchUp(id, deps);
    tries++;
    await web.stop();
    book = room.book();
    said ||= room.said.some(({ actions }) => actions.some(({ label }) => label === "Try again in Zoom"));
    done = book.meeting.some(({ linked }) => linked !== undefined);
  }
  const [kept] = book.meeting;
  const ended = kept?.linked ? "delivered" : !said ? "unknown" : kept?.unclearIn !== undefined ? "unclear" : "failed";
  return { taken: there.length, records: kept?.linked ? 1 : 0, tries, ended };
}
