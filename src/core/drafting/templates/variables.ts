import type { MessageKind } from "../../book/messageKind";
import type { TextId } from "../../say";
import { messageMeanings } from "../kinds/messageMeanings";
import { progressMeanings } from "../kinds/progressMeanings";
import { definitionOf } from "../kinds/registry";

/** What a template can write: a value, or something with fields of its own, of which there may be several. */
export interface Variable {
  readonly name: string;
  readonly means: TextId;
  /** Empty for a value. */
  readonly fields: readonly Variable[];
}

type Meaning = TextId | { readonly means: TextId; readonly fields: Tree };
interface Tree {
  readonly [name: string]: Meaning;
}

/** Every message's own first, then the kind's. Undefined: no message of this kind can be written. */
export function variablesOf(kind: MessageKind): readonly Variable[] | undefined {
  const own: unknown = kind === "progress" ? progressMeanings : definitionOf(kind)?.meanings;
  return own === undefined ? undefined : [...commonVariables(), ...listed(own as Tree)];
}

export const commonVariables = (): readonly Variable[] => listed(messageMeanings);

/** The contract of a view holds the shape; here only names and meanings are left of it. */
const listed = (tree: Tree): readonly Variable[] =>
  Object.entries(tree).map(([name, meaning]) =>
    typeof meaning === "string" ? { name, means: meaning, fields: [] } : { name, means: meaning.means, fields: listed(meaning.fields) },
  );
