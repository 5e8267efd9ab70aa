import type { Glossary } from "../book/glossary";
import { commitRef, type Commit, type CommitMet } from "./commit";
import { keyOf } from "./group/entry";
import { parseMessage, type Message } from "./parse/message";
import { clientWords, type ClientWords } from "./wording/clientWords";
import { reasonOf, titled, wordsIfPutBack, wordsOf } from "./words";

/** Commits taken apart before all of them are there. */
export interface Ahead {
  readonly clientWords: ClientWords | undefined;
  /** Takes a commit of a scope apart, judges it, and puts it into words: all that its own message and files decide. */
  readonly take: (scopeId: string, commit: CommitMet) => void;
  /** The message of a commit: with all that was found, where it was taken before and is the same. */
  readonly messageOf: (commit: Commit) => Message;
}

/**
 * While git still looks for the next commits, those that it has given can be read. What is found is remembered with each
 * message, where the summary looks for it: it is the same summary, sooner.
 */
export function lookAhead(glossary: Glossary): Ahead {
  const words = clientWords(glossary);
  const taken = new Map<string, { readonly commit: CommitMet; readonly message: Message }>();
  return {
    clientWords: words,
    take(scopeId, met) {
      const message = parseMessage(met);
      taken.set(keyOf(scopeId, met.hash), { commit: met, message });
      const commit: Commit = { ...met, scopeId, authorDate: "", commitDate: "", standing: "ready" };
      const entry = { at: 0, commit, ref: commitRef(commit), message, ...(words && { clientWords: words }) };
      // A merge speaks for its branch, or not at all.
      if (met.parents.length > 1 || message.merge !== undefined) return;
      if (reasonOf(titled(entry), commit) === undefined) wordsOf(entry, false);
      else wordsIfPutBack(entry);
    },
    messageOf(commit) {
      const before = taken.get(keyOf(commit.scopeId, commit.hash));
      return before !== undefined && isSame(before.commit, commit) ? before.message : parseMessage(commit);
    },
  };
}

/** All that anything was concluded from. */
const isSame = (a: CommitMet, b: CommitMet): boolean =>
  a.subject === b.subject && a.body === b.body && a.author.name === b.author.name && a.author.email === b.author.email && isEqual(a.files, b.files) && isEqual(a.parents, b.parents);

const isEqual = (a: readonly string[], b: readonly string[]): boolean => a === b || (a.length === b.length && a.every((one, at) => one === b[at]));
