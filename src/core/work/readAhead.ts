import type { Glossary } from "../book/glossary";
import type { LoneCommit } from "./commit";
import { keyOf } from "./group/entry";
import { judgeAlone } from "./judgeAlone";
import { parseMessage, type Message } from "./parse/message";
import { clientWords, type ClientWords } from "./wording/clientWords";
import { wordsIfPutBack } from "./words";

/** What commits say by themselves, read one by one while others are still being fetched. `summarise` goes on from there. */
export interface ReadAhead {
  readonly take: (commit: LoneCommit) => void;
  /** By scope and hash. */
  readonly messages: ReadonlyMap<string, Message>;
  readonly clientWords: ClientWords | undefined;
}

export function readAhead(glossary: Glossary = []): ReadAhead {
  const messages = new Map<string, Message>();
  const inTheirWords = clientWords(glossary);
  return {
    messages,
    clientWords: inTheirWords,
    take(commit) {
      const message = parseMessage(commit);
      messages.set(keyOf(commit.scopeId, commit.hash), message);
      // Most are done and in the language that their own words show; of the others it is asked again.
      const alone = { message, commit: { ...commit, standing: "ready" as const }, ...(inTheirWords && { clientWords: inTheirWords }) };
      if (commit.parents.length < 2) judgeAlone(alone);
      wordsIfPutBack(alone);
    },
  };
}
