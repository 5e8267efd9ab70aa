import type { Commit } from "../commit";
import { verbOf, verbOfPast } from "../wording/verbs";
import { readyNow } from "../patterns";
import { listedSubjects } from "./listed";
import { mergeMessage, type MergeMessage } from "./merge";
import { oneLine } from "./plainText";
import { peel, type Peeled } from "./prefix";
import { isTicket } from "./trackers";
import { revertMessage, type RevertMessage } from "./revert";
import { trailerValues } from "./trailers";

/** A commit's message, taken apart. Nothing here judges. */
export interface Message extends Peeled {
  /** The subject on one line, otherwise as written. */
  readonly subject: string;
  /** The subjects that a squash lists. */
  readonly listed: readonly string[];
  /** The user's own wording from a Client-Note trailer; "skip" in any case leaves the commit out. */
  readonly clientNote?: string;
  readonly merge?: MergeMessage;
  readonly revert?: RevertMessage;
  /** The subject or hash that a fixup!, squash! or amend! is for. */
  readonly fixes?: string;
  /** The commits around it are in another language than English. */
  readonly foreign?: true;
  /** Hashes of commits that this one says it completes or corrects. */
  readonly follows: readonly string[];
}

const fixup = /^(?:(?:fixup|squash|amend)! ?)+/;
/** "The form does not send (closes #45)": what is wrong is said, and that it is over. */
const defect = /^(?!(?:do|does|don['’]?t|never|no|now|not|make|made|ensure|handle)\b).*(?:n['’]t\b|\b(?:cannot|(?:does|is|are|was|were) not|not (?:work|show|load|sav|send|display|updat|open)ing|fails|failing|crash(?:es|ing)|(?:is|are) (?:broken|wrong|missing|incorrect|invalid|empty|lost))\b)/i;
/**
 * "Login fails on iPhone", "Cart not updating", "Wrong VAT on invoices": nobody commits what is wrong and leaves it so. Only
 * words that cannot say how things are meant to be: "Guests can't see prices" may be a rule of the shop.
 */
const isWrong = (): RegExp =>
  /^(?:the )?(?:[\p{L}\d'’-]+ ){1,4}(?:(?:(?:is|are) )?not (?:working|loading|showing|saving|sending|updating|opening|displaying|rendering|responding|appearing|scrolling|closing|syncing|refreshing)|(?:always |sometimes |often )?(?:fails?(?! (?:if|when|unless)\b)|crash(?:es)?|freezes|hangs|flickers|overlaps)|(?:is|are) (?:broken|wrong|incorrect)|(?:doesn|don)['’]?t (?:work|load|show|save|send|update|open|close|scroll|render|appear|display|submit|respond|sync))(?= |$|[.!])|^(?:wrong|broken|incorrect) (?=\p{L})(?!.*\b(?:now|should|is|are|can|will)\b)|^can(?:['’]t|not) (?:log|sign|check|save|open|upload|download|delete|edit|pay|send)\b/iu;
const mayBeWrong = /not |n['’]?t |fail|crash|freez|hang|flick|overlap|broken|wrong|incorrect|cannot/i;
const isClause = /\b(?:if|when|where|for|that|which|because|unless|to)\b/i;
/** "Crash on logout", "White screen after paying", "500 error on checkout" */
const trouble =
  /^(?:freezes?|(?:blank|white|black) (?:page|screen)|(?:\d{3} |fatal |server |php |js |console |internal |unhandled )*(?:errors?|exceptions?|crash(?:es)?|bugs?)|(?:40[34]|419|422|50[0234])(?= on| when| while| after)) (?:on|when|in|at|after|while|if|during) /i;
/** "Search returns no results for …" */
const findsNothing = /^(?:[\w'’-]+ ){1,4}(?:returns|finds|shows|gives) (?:no (?:results?|data|matches)|nothing)(?! (?:if|when|unless|until)\b)/i;
const saysWhatIsWrong = (title: string): boolean => {
  if (trouble.test(title)) return true;
  if (/ no(?:thing)?\b/.test(title) && findsNothing.test(title)) return verbOf(title.slice(0, title.indexOf(" ")))?.weak !== false;
  if (!mayBeWrong.test(title)) return false;
  const found = isWrong().exec(title)?.[0];
  if (found === undefined || isClause.test(found)) return false;
  const first = title.slice(0, title.indexOf(" "));
  return verbOf(first)?.weak !== false && !verbOfPast(first);
};

/** "Users could not log in with capitals": nobody writes so of what still is. */
const pastDefect = (): RegExp => /^(?:[\p{L}/'’-]+ ){1,5}(?:could(?: not|n['’]t)|(?:was|were)(?: not|n['’]t)|did(?: not|n['’]t)) /iu;
/** "লোগো কেটে যাচ্ছিল", "menu bondho hocchilo na", "the email was sent twice": what was, and should not have been. */
const wasWrong = (): RegExp => new RegExp("(?<=[^\\sে])ছিল(?:ো|েন)?(?: না)?[।.!]*$|[a-z]{2}c(?:ch|h)h?ilo(?: na)?[.!]*$".normalize("NFC"), "iu");
const wasSo = /^(?:[a-z'’-]+ ){1,6}(?:was|were) .*\b(?:wrong|wrongly|twice|incorrect(?:ly)?|missing|lost|cut off|too (?:small|large|big|slow|long|short))\b/i;
const closing = /(?:^|[\s(])(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? (?:[\w.-]+\/[\w.-]+)?(?:#\d|GH-\d)/i;
const referred = /(?:^|[\s(])(#\d+|GH-\d+|[A-Z][A-Z0-9]{1,9}-\d+)(?=$|[\s).,;:])/g;

export function parseMessage(commit: Pick<Commit, "subject" | "body" | "parents">): Message {
  const subject = oneLine(commit.subject);
  const { body } = commit;
  const merge = mergeMessage(commit);
  const revert = revertMessage(subject, body);
  const fixes = fixup.test(subject) ? subject.replace(fixup, "") : undefined;
  const peeled = peel(merge?.title ?? fixes ?? subject);
  const isRepair =
    peeled.kind === undefined &&
    (saysWhatIsWrong(peeled.title) ||
      (/ছিল|ilo\b/i.test(peeled.title) && wasWrong().test(peeled.title.normalize("NFC"))) ||
      (/ w(?:as|ere) /.test(peeled.title) && wasSo.test(peeled.title) && !/\b(?:when|if|that|which|where|who)\b.*\bw(?:as|ere)\b/i.test(peeled.title) && verbOf(peeled.title.split(" ", 1)[0] ?? "")?.weak !== false && !verbOfPast(peeled.title.split(" ", 1)[0] ?? "")) ||
      (readyNow(defect).test(peeled.title) && closing.test(`${subject}\n${body.slice(0, 4000)}`)) ||
      (/n.t |not /.test(peeled.title) && pastDefect().test(peeled.title) && !verbOf(peeled.title.slice(0, peeled.title.indexOf(" ")))));
  const clientNote = trailerValues(body, "Client-Note").join(" ");
  const message: Filling = {
    title: peeled.title,
    subject,
    tickets: /[#-]\d/.test(subject) || peeled.tickets.length > 1 ? [...new Set([...peeled.tickets, ...ticketsIn(subject)])] : peeled.tickets,
    breaking: peeled.breaking || (body !== "" && /^BREAKING[ -]CHANGE:/m.test(body)),
    listed: listedSubjects(body),
    follows: follows(subject, body),
  };
  // One by one: spreading so many that are seldom there is what parsing would mostly be busy with.
  if (peeled.kind !== undefined) message.kind = peeled.kind;
  else if (isRepair) message.kind = "fix";
  if (peeled.label !== undefined) message.label = peeled.label;
  if (peeled.scope !== undefined) message.scope = peeled.scope;
  if (peeled.component !== undefined) message.component = peeled.component;
  if (peeled.spaced) message.spaced = true;
  if (clientNote !== "") message.clientNote = clientNote;
  if (merge) message.merge = merge;
  if (revert) message.revert = revert;
  if (fixes !== undefined) message.fixes = fixes;
  return message;
}
type Filling = { -readonly [Field in keyof Message]: Message[Field] };

const ticketsIn = (subject: string): readonly string[] => [...subject.matchAll(referred)].map((match) => (match[1] as string).toUpperCase()).filter(isTicket);

/** "Fixes: 3f2a91c (…)", as the kernel writes it, and "follow-up to 3f2a91c". */
function follows(subject: string, body: string): readonly string[] {
  if (!/follow[- ]?up|fixes:/i.test(subject) && (body === "" || !/follow[- ]?up|fixes:/i.test(body))) return [];
  const named = trailerValues(body, "Fixes").flatMap((value) => /^([0-9a-f]{7,64})\b/i.exec(value)?.[1] ?? []);
  const said = [...`${subject}\n${body.slice(0, 4000)}`.matchAll(/\bfollow[- ]?up (?:to|of|for|on)?\s*(?:commit )?([0-9a-f]{7,64})\b/gi)];
  return [...named, ...said.map((match) => match[1] as string)].map((hash) => hash.toLowerCase());
}
