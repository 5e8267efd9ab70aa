import type { MessageKind } from "../../book/messageKind";
import type { MessageKindDefinition } from "./kind";
import { question } from "./question";

/** Every kind of message that can be written, in the order in which a client relation goes. A progress update has a way of its own: it is read from git. */
const definitions: readonly MessageKindDefinition[] = [question];

const byKind: ReadonlyMap<MessageKind, MessageKindDefinition> = new Map(definitions.map((definition) => [definition.kind, definition]));

export const definitionOf = (kind: MessageKind): MessageKindDefinition | undefined => byKind.get(kind);
export const allDefinitions = (): readonly MessageKindDefinition[] => definitions;
