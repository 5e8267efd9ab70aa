/** The peers' node_modules, in the cache; undefined where they cannot be installed. */
export function installPeers(): string | undefined;
