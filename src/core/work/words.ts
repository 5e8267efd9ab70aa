import { withoutHousekeeping } from "./decide/clauses";
import { reasonToLeaveOut, saysNothing } from "./decide/judge";
import type { Reason } from "./decide/reasons";
import { sectionOf } from "./decide/section";
import type { Entry } from "./group/entry";
import type { Message } from "./parse/message";
import { firstWords } from "./parse/listed";
import { peel } from "./parse/prefix";
import type { ItemSection } from "./summary";
import type { ClientWords } from "./wording/clientWords";
import { upperFirst } from "../language/sentences";
import { lowerFirst, ownSentence, sentence, tookBack } from "./wording/sentence";

/** What one line of the summary says, and where it belongs. */
export interface Words {
  readonly text: string;
  readonly section: ItemSection;
}

/**
 * The lines that a commit gives: one, or several where a squash has no words of its own but lists what is in it. None
 * where there is nothing to say.
 */
export function wordsOf(entry: Entry, isTookBack: boolean): readonly Words[] {
  const { message } = entry;
  if (message.clientNote !== undefined && !isSkip(message.clientNote)) return [{ text: ownSentence(message.clientNote), section: sectionOf(message) }];
  if (isTookBack) {
    const { subject, isBack } = innermost(message);
    const text = tookBack(peel(subject).title, isBack);
    if (text !== "") return [{ text, section: "other" }];
  }
  const parts = partsOf(entry);
  if (parts.length > 0) return parts;
  const own = lineOf(titled(entry), entry);
  return own.text === "" ? [] : [own];
}

/** What a squash lists, where its own words say nothing. */
export function partsOf(entry: Entry): readonly Words[] {
  const { message, commit } = entry;
  const listed = message.listed.length > 0 && saysNothing(message.title) ? message.listed : [];
  const lines = listed
    .map((subject) => ({ ...message, ...peel(subject), kind: peel(subject).kind, label: peel(subject).label }) as Message)
    .filter((part) => reasonToLeaveOut({ message: part, files: commit.files, author: commit.author }) === undefined)
    .map((part) => lineOf(part, entry))
    .filter(({ text }) => text !== "");
  return [...new Map(lines.map((line) => [line.text, line] as const)).values()];
}

/** As the commit would read, were it put back: its own words, however little they say. "…" where it has none at all. */
export function wordsIfPutBack(entry: Entry): Words {
  const { message } = entry;
  const own = lineOf(titled(entry), entry);
  if (own.text !== "") return own;
  const whole = sentence(message.subject);
  return { text: whole === "" ? "…" : whole, section: own.section };
}

/** Where the subject says nothing, the body may. Asked when a commit is judged and when it is told. */
export function titled({ message, commit }: Pick<Entry, "message" | "commit">): Message {
  const before = speaking.get(message);
  if (before) return before;
  const found = withoutHousekeeping(titledBy(message, commit.body), commit);
  speaking.set(message, found);
  return found;
}
const speaking = new WeakMap<Message, Message>();

/** Why a commit is left out, by what it says (its message as titled) and touches; the same message is one commit's. */
export function reasonOf(message: Message, { files, author }: Pick<Entry["commit"], "files" | "author">): Reason | undefined {
  const before = judged.get(message);
  if (before) return before.reason;
  const reason = reasonToLeaveOut({ message, files, author });
  judged.set(message, { reason });
  return reason;
}
const judged = new WeakMap<Message, { readonly reason: Reason | undefined }>();

function titledBy(message: Message, body: string): Message {
  if (message.merge !== undefined || message.fixes !== undefined || !saysNothing(message.title)) return message;
  const first = firstWords(body);
  const peeled = first === undefined ? undefined : peel(first);
  return peeled === undefined || saysNothing(peeled.title) ? message : { ...message, ...peeled, tickets: message.tickets };
}

/** A message is asked for its line when it is judged and when it is told; putting it into words costs most of all. */
const known = new WeakMap<Message, { readonly line: Words; readonly unfinished: boolean }>();
function lineOf(message: Message, { clientWords, commit }: Entry): Words {
  const unfinished = commit.standing === "inProgress";
  const before = known.get(message);
  // How far a commit has come may only be known later.
  if (before?.unfinished === unfinished) return before.line;
  const own = withoutEditorsWords(message);
  const line = { text: inClientsWords(own, clientWords, unfinished), section: sectionOf(own) };
  known.set(message, { line, unfinished });
  return line;
}

/** What a host's editor puts behind a colon: "Improve the Czech texts: Update conf.php". */
const editorsWords = /(?<=\S)\s*(?:[:;,]|\s[-–—])\s+(?:update|create|delete|rename)d? [\w./-]+\.[A-Za-z]\w{0,4}$/i;

/** The same in front of what the author wrote: "update style.css - button colour on hover". */
const editorsFirst = (): RegExp => /^(?:update|create|edit|modify|change)d? [\w./-]+\.[A-Za-z]\w{0,4}\s*(?:[:;,]|\s[-–—])\s+(?=\p{L})/iu;

function withoutEditorsWords(message: Message): Message {
  if (!message.title.includes(".")) return message;
  const title = message.title.replace(editorsWords, "").replace(editorsFirst(), "");
  return title === message.title ? message : { ...message, title };
}

function inClientsWords(message: Message, clientWords: ClientWords | undefined, unfinished: boolean): string {
  if (!clientWords) return sentence(message.title, message, unfinished);
  const scope = message.scope === undefined ? undefined : clientWords.ofScope(message.scope);
  const { component: _, ...bare } = message;
  const text = clientWords.take(sentence(clientWords.set(message.title), scope === undefined ? message : bare, unfinished));
  if (text === "" || scope === undefined || text.toLowerCase().includes(scope.toLowerCase())) return upperFirst(text);
  return upperFirst(`${scope}: ${lowerFirst(text)}`);
}

export const isSkip = (note: string): boolean => /^skip[.!]?$/i.test(note);

/** `Revert "Revert "x""` names x, which is back then. */
function innermost(message: Message): { readonly subject: string; readonly isBack: boolean } {
  let times = 1;
  let subject = message.revert?.subject ?? message.title;
  for (let inner = /^(?:revert|reapply) ["“](.+)["”]$/i.exec(subject)?.[1]; inner !== undefined; inner = /^(?:revert|reapply) ["“](.+)["”]$/i.exec(subject)?.[1]) {
    subject = inner;
    times++;
  }
  return { subject, isBack: times % 2 === 0 };
}
