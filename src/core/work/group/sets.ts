/** Sets of places that grow together, each with one leader who speaks for it. */
export interface Sets {
  readonly leader: (place: number) => number;
  /** `place` and all that it leads follow `leader` from now on. False where they already are one set. */
  readonly join: (place: number, leader: number) => boolean;
}

export function makeSets(size: number): Sets {
  const above = Array.from({ length: size }, (_, place) => place);
  const leader = (place: number): number => {
    let top = place;
    while (above[top] !== top) top = above[top] as number;
    // Everyone on the way is pointed at the top, which keeps the next climb short.
    for (let at = place; at !== top; ) {
      const next = above[at] as number;
      above[at] = top;
      at = next;
    }
    return top;
  };
  return {
    leader,
    join(place, towards) {
      const from = leader(place);
      const to = leader(towards);
      if (from === to) return false;
      above[from] = to;
      return true;
    },
  };
}
