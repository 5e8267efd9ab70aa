/** Tokens and passwords, each named by its service and account. The values are nowhere but in the keeper of the system. */
export interface Secrets {
  get(name: SecretName): Promise<string | undefined>;
  set(name: SecretName, value: string): Promise<void>;
  forget(name: SecretName): Promise<void>;
  /** Never the values. By service, then account. */
  names(): readonly SecretName[];
}

export interface SecretName {
  /** "slack", "smtp" */
  readonly service: string;
  /** Whose: an address, a workspace's name. */
  readonly account: string;
}
