/** The user pressed Escape. Not a failure: whoever runs the command stays silent. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
  constructor() {
    super("cancelled by the user");
  }
}

/** True for a cancelled prompt, an aborted signal and VS Code's own CancellationError ("Canceled"). */
export const isCancelled = (error: unknown): boolean =>
  error instanceof Error && (error instanceof Cancelled || error.name === "AbortError" || error.name === "Canceled");

/** What `asking` answers; undefined where the user cancelled. */
export async function unlessCancelled<T>(asking: () => Promise<T>): Promise<T | undefined> {
  try {
    return await asking();
  } catch (error) {
    if (isCancelled(error)) return undefined;
    throw error;
  }
}
