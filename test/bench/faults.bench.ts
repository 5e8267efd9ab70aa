import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createOutbox } from "../../src/storage/outbox";
import { startWeb } from "../support/servers/web";
import { commentOnce } from "./faults/comments";
import { clock, diceOf, log, type Outcome } from "./faults/faulty";
import { holdOnce } from "./faults/held";
import { messageKinds, sendOnce } from "./faults/messages";
import { meetOnce } from "./faults/zoomMeetings";

export const about = "Faults on the way out: nothing is sent twice, and of every message it is known what became of it.";
export const help = "--runs N    how many messages, comments and meetings (600)\n--seed N    of the random faults\n--only KIND of them alone";

const kinds = [...messageKinds, "slackHeld", "trello", "asana", "basecamp", "zoom"] as const;
type Kind = (typeof kinds)[number];
const isMessage = (kind: Kind): kind is (typeof messageKinds)[number] => messageKinds.some((one) => one === kind);

export async function run(args: readonly string[], say: (line: string) => void) {
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const runs = Number(option("--runs") ?? 600);
  const seed = Number(option("--seed") ?? Date.now() % 1_000_000);
  const only = kinds.find((kind) => kind === option("--only"));
  const dice = diceOf(seed);
  const folder = mkdtempSync(path.join(tmpdir(), "khobor-bench-"));
  const outbox = createOutbox({ folder: path.join(folder, "outbox"), clock, log });
  const other = await startWeb(() => ({ status: 200, body: { ok: true } }));
  const around = { dice, elsewhere: other.url, outbox, folder };
  const outcomes: (Outcome & { readonly kind: Kind })[] = [];
  try {
    for (let n = 0; n < runs; n++) {
      const kind = only ?? kinds[n % kinds.length] ?? "mail";
      const id = `message-${n}`;
      const outcome =
        isMessage(kind) ? await sendOnce(kind, id, around)
        : kind === "slackHeld" ? await holdOnce(id, around)
        : kind === "zoom" ? await meetOnce(id, around)
        : await commentOnce(kind, id, around);
      outcomes.push({ ...outcome, kind });
      if ((n + 1) % 100 === 0) say(`${n + 1} of ${runs}`);
    }
  } finally {
    outbox.dispose();
    await other.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const count = (is: (outcome: Outcome) => boolean) => outcomes.filter(is).length;
  const on = `${runs} runs, ${outcomes.reduce((sum, { tries }) => sum + tries, 0)} tries`;
  const never = (what: string, found: number) => ({ what, on, ours: String(found), against: "", ratio: "", goal: "0", met: found === 0 });
  const of = (kind: Kind) => outcomes.filter((one) => one.kind === kind);
  return {
    rows: [
      never("taken twice by the other side", count(({ taken }) => taken > 1)),
      never("on record twice", count(({ records }) => records > 1)),
      never("taken, and called failed", count(({ taken, ended }) => taken > 0 && ended === "failed")),
      never("called delivered, and not taken", count(({ taken, ended }) => taken === 0 && ended === "delivered")),
      never("neither delivered, nor visibly failed or unclear", count(({ ended }) => ended === "unknown")),
      never("led to another host with a message or a token", other.asked.length),
      ...(["delivered", "failed", "unclear"] as const).map((what) => ({ what: `ended ${what}`, on, ours: String(count(({ ended }) => ended === what)), against: "", ratio: "" })),
    ],
    notes: [
      `delivered, failed, unclear: ${kinds.filter((kind) => of(kind).length > 0).map((kind) => `${kind} ${(["delivered", "failed", "unclear"] as const).map((what) => of(kind).filter(({ ended }) => ended === what).length).join("/")}`).join(", ")}`,
      `seed ${seed}; refused, reset, slow, cut at every step, half an answer, no JSON, wrong TLS, another page, led on within the host and to another one, Slack's own doubt, 401 403 404 409 429 500 503, greylisting, accepted and then dropped`,
    ],
  };
}
