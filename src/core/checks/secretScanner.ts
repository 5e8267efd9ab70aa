/** Served by an adapter, because scanners of secrets are large and need more than a pure room has. */
export interface SecretScanner {
  /** What looks like a secret in the text, in characters from its beginning. Never rejects for what the text says. */
  scan(text: string): Promise<readonly FoundSecret[]>;
}
export interface FoundSecret {
  readonly start: number;
  readonly end: number;
  /** Whose it is, as the scanner names it: "aws", "slack". Never the secret itself. */
  readonly what: string;
}
