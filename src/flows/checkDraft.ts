import { recordById } from "../core/book/queries";
import { check, verdictOf, type Finding, type Verdict } from "../core/checks/check";
import { checkInput } from "../core/checks/checkInput";
import type { FoundSecret, SecretScanner } from "../core/checks/secretScanner";
import type { Provenance } from "../core/drafting/draft";
import type { BookStore } from "../core/ports/book";
import type { Clock } from "../core/ports/clock";
import type { HistoryStore } from "../core/ports/messages";
import type { Log } from "../core/ports/user";

export interface CheckDraftDeps {
  readonly book: Pick<BookStore, "current">;
  readonly history: Pick<HistoryStore, "all">;
  readonly clock: Clock;
  readonly scanner: SecretScanner;
  /** The rules that the user has switched off, by id. */
  readonly checksOff: () => ReadonlySet<string>;
  readonly log: Pick<Log, "error">;
}

/** What the rules have against a draft as it stands, by place. Nothing where its client is gone. */
export async function checkDraft(provenance: Provenance, text: string, deps: CheckDraftDeps): Promise<readonly Finding[]> {
  const book = deps.book.current();
  const client = recordById(book, "client", provenance.clientId);
  if (!client) return [];
  const off = deps.checksOff();
  const [history, secrets] = await Promise.all([deps.history.all(), off.has("secret") ? [] : scan(text, deps)]);
  return check(checkInput({ provenance, text, client, book, history, secrets, now: deps.clock.now(), zone: deps.clock.zone() }), off);
}

/** Whether the message may go: its errors stop it until each of their rules is overridden with a reason. */
export const mayBeSent = async (provenance: Provenance, text: string, deps: CheckDraftDeps): Promise<Verdict> => verdictOf(await checkDraft(provenance, text, deps));

/** Our own rules for secrets hold without the scanner. */
async function scan(text: string, { scanner, log }: CheckDraftDeps): Promise<readonly FoundSecret[]> {
  try {
    return await scanner.scan(text);
  } catch (error) {
    log.error("the scanner of secrets failed", error);
    return [];
  }
}
