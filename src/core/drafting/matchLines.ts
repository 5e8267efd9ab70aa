/** Pairs of line numbers that hold the same text in both documents, rising on both sides. */
export type Pairs = readonly (readonly [number, number])[];

/**
 * Patience diff: lines that occur once on each side are anchors, in their longest rising order; between two anchors the same
 * again, and equal lines at the edges are taken along. Each line is looked at a few times, whatever the edits.
 */
export function matchLines(a: readonly string[], b: readonly string[]): Pairs {
  const pairs: (readonly [number, number])[] = [];
  between(a, b, [0, a.length], [0, b.length], pairs);
  return pairs.sort(([first], [second]) => first - second);
}

type Range = readonly [from: number, to: number];

function between(a: readonly string[], b: readonly string[], [aFrom, aTo]: Range, [bFrom, bTo]: Range, pairs: (readonly [number, number])[]): void {
  let [a1, a2, b1, b2] = [aFrom, aTo, bFrom, bTo];
  while (a1 < a2 && b1 < b2 && a[a1] === b[b1]) pairs.push([a1++, b1++]);
  while (a1 < a2 && b1 < b2 && a[a2 - 1] === b[b2 - 1]) pairs.push([--a2, --b2]);
  if (a1 === a2 || b1 === b2) return;
  const anchors = risingPairs(uniquePairs(a, b, [a1, a2], [b1, b2]));
  if (anchors.length === 0) return;
  let [aDone, bDone] = [a1, b1];
  for (const [x, y] of anchors) {
    between(a, b, [aDone, x], [bDone, y], pairs);
    pairs.push([x, y]);
    [aDone, bDone] = [x + 1, y + 1];
  }
  between(a, b, [aDone, a2], [bDone, b2], pairs);
}

/** Lines that occur once in each range, in the order of the first. */
function uniquePairs(a: readonly string[], b: readonly string[], aRange: Range, bRange: Range): Pairs {
  const inA = placesOf(a, aRange);
  const inB = placesOf(b, bRange);
  return [...inA].flatMap(([line, places]) => {
    const others = inB.get(line);
    const [x, y] = [places[0], others?.[0]];
    return places.length === 1 && others?.length === 1 && x !== undefined && y !== undefined ? [[x, y] as const] : [];
  });
}

function placesOf(lines: readonly string[], [from, to]: Range): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? "";
    const known = places.get(line);
    if (known) known.push(at);
    else places.set(line, [at]);
  }
  return places;
}

/** The longest run of pairs that rises on the second side too (they rise on the first): patience sorting. */
function risingPairs(pairs: Pairs): Pairs {
  interface Card {
    readonly pair: readonly [number, number];
    readonly below: Card | undefined;
  }
  const piles: Card[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((piles[middle]?.pair[1] ?? 0) < pair[1]) low = middle + 1;
      else high = middle;
    }
    piles[low] = { pair, below: piles[low - 1] };
  }
  const rising: (readonly [number, number])[] = [];
  for (let card = piles.at(-1); card; card = card.below) rising.push(card.pair);
  return rising.reverse();
}
