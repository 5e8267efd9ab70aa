import type { MessageKind } from "../../book/messageKind";
import { delay } from "./delay";
import type { MessageKindDefinition } from "./kind";
import { leave } from "./leave";
import { milestone } from "./milestone";
import { mistake } from "./mistake";
import { problem } from "./problem";
import { question } from "./question";
import { status } from "./status";

/** Every kind of message that can be written, in the order in which a client relation goes. A progress update has a way of its own: it is read from git. */
const definitions: readonly MessageKindDefinition[] = [status, milestone, question, delay, problem, mistake, leave];

const byKind: ReadonlyMap<MessageKind, MessageKindDefinition> = new Map(definitions.map((definition) => [definition.kind, definition]));

export const definitionOf = (kind: MessageKind): MessageKindDefinition | undefined => byKind.get(kind);
export const allDefinitions = (): readonly MessageKindDefinition[] => definitions;
