interface Address {
  readonly scheme: string;
  readonly fsPath: string;
}

/** The paths of what lies on this machine's disk. Of several folders some may be virtual: their `fsPath` is no place here. */
export const onDisk = (addresses: readonly Address[]): readonly string[] => addresses.flatMap(({ scheme, fsPath }) => (scheme === "file" ? [fsPath] : []));
