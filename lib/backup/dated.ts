/**
 * Dates a history's entries for a comparison with another's. An entry that breaks the order, as of a clock that was
 * ahead or behind for a while, counts as recorded right after the one before it that does not.
 * @param starts in the order of recording, in milliseconds since 1970
 */
export function datedStarts(starts: readonly number[]): number[] {
  const rising = longestRise(starts);
  const [first = 0] = rising;
  let last = starts[first] ?? 0;
  let next = 0;
  return starts.map((start, index) => {
    if (index === rising[next]) {
      last = start;
      next += 1;
    }
    return last;
  });
}

/** Indices of the longest part whose numbers never fall. */
function longestRise(numbers: readonly number[]): number[] {
  /** By length, less one: the index of the smallest number that such a part can end with. */
  const ends: number[] = [];
  const before = new Map<number, number>();
  for (const [index, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((numbers[ends[middle] ?? 0] ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    const previous = ends[low - 1];
    if (previous !== undefined) before.set(index, previous);
    ends[low] = index;
  }
  const rise: number[] = [];
  for (let index = ends.at(-1); index !== undefined; index = before.get(index)) rise.push(index);
  return rise.toReversed();
}
