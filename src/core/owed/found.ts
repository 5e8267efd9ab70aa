import type { Client } from "../book/client";
import type { MessageKind } from "../book/messageKind";
import type { Project } from "../book/project";
import type { Values } from "../say";
import type { SendWindow } from "./sendWindow";

/** Something owed, before it is known how pressing it is. */
export interface Found extends Pick<SendWindow, "readyFrom" | "sendBy"> {
  readonly id: string;
  readonly client: Client;
  readonly project?: Project;
  readonly kind: MessageKind;
  readonly reason: "owed.update" | "owed.milestone" | "owed.request";
  readonly about?: Values;
}
