import { readFileSync } from "node:fs";
import path from "node:path";
import type { ChannelName, Place } from "../../../src/core/book/client";
import type { Language } from "../../../src/core/book/fields";
import type { MessageKind } from "../../../src/core/book/messageKind";
import type { SentRecord } from "../../../src/core/book/sentRecord";
import type { DraftItem, Provenance } from "../../../src/core/drafting/draft";
import type { Instant } from "../../../src/core/time/types";
import type { Standing } from "../../../src/core/work/commit";
import { bookOf, clientOf, now } from "./relation";
import { makeSecret } from "./madeSecrets";

/** A message of the corpus: a good one has no expected rules. */
export interface Written {
  readonly where: string;
  readonly language: Language;
  readonly expected: readonly string[];
  readonly text: string;
  readonly provenance: Provenance;
  readonly client: ReturnType<typeof clientOf>;
  readonly book: ReturnType<typeof bookOf>;
  readonly history: readonly SentRecord[];
}

/** corpus/README.md tells how each came about. */
export const parts = ["seen", "aside", "unheard", "fresh", "after", "clinic", "garage", "trades", "later", "manners"] as const;
export type CorpusPart = (typeof parts)[number];
const folder = path.resolve("test/bench/checks/corpus");

/**
 * The messages of one part. Each begins with "=== KIND name=value… ! rules that must find something"; a line of work ends with
 * «live», «ready» or «inProgress», and «secret:…» stands for a secret that is made here, so that none is in the files.
 */
export function corpus(part: CorpusPart): readonly Written[] {
  return (["good", "bad"] as const).flatMap((quality) =>
    (["en", "bn"] as const).flatMap((language) => {
      const file = `${quality}.${language}.txt`;
      const text = readFileSync(path.join(folder, part, file), "utf8");
      return text.split(/^(?==== )/m).filter((each) => each.trim() !== "").map((each, at) => written(each, language, `${part}/${file} ${at + 1}`));
    }),
  );
}

function written(entry: string, language: Language, where: string): Written {
  const [head = "", ...rest] = entry.trim().split("\n");
  const [asked = "", expected = ""] = head.replace(/^=== /, "").split(" ! ");
  const [kind = "", ...options] = asked.trim().split(" ");
  const option = (name: string) => options.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
  const client = clientOf({ language, place: (option("place") ?? "direct") as Place, channel: (option("channel") ?? "email") as ChannelName, contactAllowed: options.includes("contactAllowed") });
  let body = rest.join("\n").trim();
  const long = option("length");
  // Ordinary sentences, until it is as long as asked.
  const filler = language === "bn" ? "কাজ ঠিকমতো এগোচ্ছে। " : "The next part went as it was planned. ";
  if (long !== undefined) body = `${body}\n\n${filler.repeat(Math.ceil(Number(long) / filler.length))}`;
  const { text, items } = withoutMarks(body.replace(/«secret:(\w+)»/g, (_, what: string) => makeSecret(what, where)));
  const base = { clientId: client.id, projectId: "shop", kind: kind as MessageKind, language } as const;
  const sentAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString() as Instant;
  const record = (id: string, days: number, more: Partial<SentRecord>): SentRecord => ({
    version: 2, what: "sent", outcome: "handedOver", id, clientId: client.id, kind: "progress", language, channel: client.channel, at: sentAgo(days), text: "", told: [], readUpTo: {}, noteIds: [], ...more,
  });
  const review = option("sentReview");
  const incentive = option("sentIncentive");
  return {
    where,
    language,
    expected: expected.trim().split(/\s+/).filter(Boolean),
    text,
    client,
    book: bookOf(client),
    history: [...(review === undefined ? [] : [record("review", Number(review), { kind: "review" })]), ...(incentive === undefined ? [] : [record("offer", Number(incentive), { kind: "comeback", incentive: true })])],
    provenance: { version: 2, ...base, id: "draft", template: `${language}/${kind}`, createdAt: now, readUpTo: {}, items, leftOut: [], noteIds: [], rendered: text },
  };
}

function withoutMarks(body: string): { readonly text: string; readonly items: readonly DraftItem[] } {
  const items: DraftItem[] = [];
  const lines = body.split("\n").map((line, at) => {
    const mark = / ?«(live|ready|inProgress)»/.exec(line);
    const text = mark ? line.replace(mark[0], "") : line;
    if (mark) {
      const standing = mark[1] as Standing;
      const hash = String(at).padStart(40, "0");
      items.push({ id: hash, text: text.replace(/^- /, ""), line: at, section: "new", standing, commits: [{ scopeId: "scope", hash, subject: text, authorEmail: "rafi@example.com", authorDate: now }] });
    }
    return text;
  });
  return { text: lines.join("\n"), items };
}
