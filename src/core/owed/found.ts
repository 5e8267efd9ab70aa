import type { MessageKind } from "../book/messageKind";
import type { MessageAbout } from "../book/sentRecord";
import type { Project } from "../book/project";
import type { TextId, Values } from "../say";
import type { Instant } from "../time/types";
import type { SendWindow } from "./sendWindow";

type Ids<T> = T extends `owed.what.${infer Name}` ? Name : never;
/** What is to be done, in a few words: the texts owed.what.*. */
type What = Ids<TextId>;

/** When it is owed. */
export interface When extends Pick<SendWindow, "readyFrom" | "sendBy" | "overlaps"> {
  /** `sendBy` is an instant that nobody can move: a marketplace's clock, a meeting. It may nudge outside my hours. */
  readonly hard?: true;
}

/** Something owed, before it is known how pressing it is. It does not depend on the time of the day. */
export interface Found extends When {
  /** Stable while the same thing is owed; another one once it was settled. */
  readonly id: string;
  readonly what: What;
  readonly values?: Values;
  /** Where it differs from the rule's. */
  readonly kind?: MessageKind;
  readonly kindWhenOverdue?: MessageKind;
  readonly about?: MessageAbout;
  /** Where it differs from the place's: a note about the client, who has one project. */
  readonly project?: Project;
  /** It happens at `sendBy`, and is not to be done by then. */
  readonly happens?: true;
  /** Not shown before. Absent: from a month before it is ready. */
  readonly from?: Instant;
  /** Nobody is helped by it any more from then on. Absent: it stands until it is done. */
  readonly until?: Instant;
}
