import type { Id } from "../book/fields";
import type { MessageKind } from "../book/messageKind";
import type { MessageAbout } from "../book/sentRecord";
import type { Text } from "../say";
import type { Instant, Zone } from "../time/types";
import type { RuleName } from "./ruleNames";

/** How pressing it is. Follows dates alone. */
export type Level = "fine" | "soon" | "due" | "overdue";

/** Something due to a client. */
export interface Owed {
  /** Stable while the same thing is owed; a new one once it was settled. */
  readonly id: string;
  readonly rule: RuleName;
  readonly clientId: Id;
  readonly projectId?: Id;
  /** "Acme", or "Acme · Shop" where the client has several projects. */
  readonly name: string;
  /** The client's, where it is known. */
  readonly theirZone?: Zone;
  /** Whole: "Acme: update by today 17:00". */
  readonly reason: Text;
  /** The same without whom and when: "update". */
  readonly what: Text;
  /** The kind of message that settles it. */
  readonly kind: MessageKind;
  /** What that message is about, besides its client and project. */
  readonly about?: MessageAbout;
  readonly readyFrom: Instant;
  readonly sendBy: Instant;
  readonly level: Level;
  /** An instant that nobody can move: it may nudge outside my hours. */
  readonly hard?: true;
  /** `sendBy` is outside the client's hours, because theirs and mine do not meet on that day. */
  readonly outsideTheirHours?: true;
  readonly snoozedUntil?: Instant;
}
