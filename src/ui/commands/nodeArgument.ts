/** What a row of the tree hands to a command. Other arguments (a button's, a keybinding's) are not of this shape. */
export interface NodeArgument {
  readonly kind: string;
  readonly recordId: string;
}

/** The row that a command was called on; undefined when it was called from somewhere else. */
export function nodeArgument(argument: unknown): NodeArgument | undefined {
  if (typeof argument !== "object" || argument === null) return undefined;
  const { kind, recordId } = argument as Partial<Record<keyof NodeArgument, unknown>>;
  return typeof kind === "string" && typeof recordId === "string" && recordId !== "" ? { kind, recordId } : undefined;
}
