import type { Id } from "../book/fields";
import type { Instant } from "../time/types";
import type { Wording } from "./wordings";

/** What the user once said about a line, as one thing, whatever number of commits it holds for. */
export interface Decision {
  readonly projectId: Id;
  readonly at: Instant;
  readonly how: "say" | "hide" | "merge" | "hideScope";
  /** The user's words, else the subject of the commit or the scope that is not told. */
  readonly words: string;
  /** Of the commits that it is about. */
  readonly subjects: readonly string[];
  /** To be forgotten together. */
  readonly wordings: readonly Wording[];
}

/** Everything that was decided, the newest first. What was decided in one moment for one project is one decision. */
export function decisionsOf(all: readonly Wording[]): readonly Decision[] {
  const moments = new Map<string, Wording[]>();
  for (const wording of all) {
    const key = `${wording.projectId}\0${wording.at}`;
    const moment = moments.get(key);
    if (moment) moment.push(wording);
    else moments.set(key, [wording]);
  }
  return [...moments.values()].map(decisionOf).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function decisionOf(wordings: readonly Wording[]): Decision {
  const { projectId, at } = wordings[0] as Wording;
  const scope = wordings.find((wording) => wording.how === "hideScope");
  const said = wordings.find((wording) => wording.how === "say");
  const joins = wordings.filter((wording) => wording.how === "join");
  const subjects = [...new Set(wordings.flatMap((wording) => (wording.how === "hideScope" ? [] : wording.how === "join" ? [wording.commit.subject, wording.to.subject] : [wording.commit.subject])))];
  const how = scope ? "hideScope" : joins.length > 0 ? "merge" : said ? "say" : "hide";
  return { projectId, at, how, words: scope?.scope ?? said?.text ?? subjects[0] ?? "", subjects, wordings };
}
