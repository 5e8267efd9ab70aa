import type { Id } from "../book/fields";
import type { MessageKind } from "../book/messageKind";
import type { Text } from "../say";
import type { Instant } from "../time/types";

/** How pressing it is. Follows dates alone. */
export type Level = "fine" | "soon" | "due" | "overdue";

/** Something due to a client. */
export interface Owed {
  /** Stable while the same thing is owed; a new one once it was settled. */
  readonly id: string;
  readonly clientId: Id;
  readonly projectId?: Id;
  readonly reason: Text;
  /** The kind of message that settles it. */
  readonly kind: MessageKind;
  readonly readyFrom: Instant;
  readonly sendBy: Instant;
  readonly level: Level;
  readonly snoozedUntil?: Instant;
}
