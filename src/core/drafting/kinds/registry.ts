import type { MessageKind } from "../../book/messageKind";
import { change } from "./change";
import { charter } from "./charter";
import { comeback } from "./comeback";
import { delay } from "./delay";
import { delivery } from "./delivery";
import { feedback } from "./feedback";
import { kickoff } from "./kickoff";
import { invoice } from "./invoice";
import type { MessageKindDefinition } from "./kind";
import { leave } from "./leave";
import { meeting } from "./meeting";
import { milestone } from "./milestone";
import { mistake } from "./mistake";
import { payment } from "./payment";
import { problem } from "./problem";
import { proposal } from "./proposal";
import { question } from "./question";
import { requirements } from "./requirements";
import { review } from "./review";
import { serviceReview } from "./serviceReview";
import { status } from "./status";
import { support } from "./support";
import { thanks } from "./thanks";
import { touch } from "./touch";
import { worklog } from "./worklog";

/** Every kind of message that can be written, in the order in which a client relation goes. A progress update has a way of its own: it is read from git. */
const definitions: readonly MessageKindDefinition[] = [
  proposal,
  requirements,
  kickoff,
  charter,
  status,
  milestone,
  question,
  change,
  meeting,
  delay,
  problem,
  mistake,
  leave,
  worklog,
  invoice,
  payment,
  delivery,
  feedback,
  review,
  support,
  thanks,
  comeback,
  touch,
  serviceReview,
];

const byKind: ReadonlyMap<MessageKind, MessageKindDefinition> = new Map(definitions.map((definition) => [definition.kind, definition]));

export const definitionOf = (kind: MessageKind): MessageKindDefinition | undefined => byKind.get(kind);
export const allDefinitions = (): readonly MessageKindDefinition[] => definitions;
