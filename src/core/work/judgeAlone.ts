import { reasonToLeaveOut } from "./decide/judge";
import type { Reason } from "./decide/reasons";
import type { Message } from "./parse/message";
import { partsOf, titled, wordsOf, type Speaker } from "./words";

/** Judged once, while git still reads or when all is there. */
const known = new WeakMap<Message, { readonly reason: Reason | undefined }>();

/** Why a commit that is no merge is left out, whatever stands around it; undefined where it is to be told. */
export function judgeAlone(speaker: Speaker): Reason | undefined {
  const before = known.get(speaker.message);
  if (before) return before.reason;
  const reason = judge(speaker);
  known.set(speaker.message, { reason });
  return reason;
}

function judge(speaker: Speaker): Reason | undefined {
  const { message, commit } = speaker;
  const reason = reasonToLeaveOut({ message: titled(message, commit.body), files: commit.files, author: commit.author });
  // A squash that says nothing may list what it holds.
  if (reason === "unclear" || reason === "wip") return partsOf(speaker).length > 0 ? undefined : reason;
  return reason ?? (wordsOf(speaker, false).length > 0 ? undefined : "empty");
}
