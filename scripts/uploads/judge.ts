/** What the simulated uploads are judged by, beside records that were lost or came double. */
interface Judged {
  unique: number;
  refused: number;
  /** Megabytes of each thread's heap after each quarter. */
  heaps: readonly (readonly number[])[];
}

/** The endpoint refuses some two of a thousand records; more means that good ones are left behind. */
const refusedAtMost = 0.005;

/** Collections of garbage differ by a few megabytes; what is kept of each probe would be far more. */
const heapGrowthAtMost = { factor: 1.25, megabytes: 4 };

/** A line for each thing that is not as it should be. */
export function complaintsOf({ unique, refused, heaps }: Judged): string[] {
  const grown = heaps.flatMap((heap, thread) => {
    const [first = 0] = heap;
    const last = heap.at(-1) ?? 0;
    const most = first * heapGrowthAtMost.factor + heapGrowthAtMost.megabytes;
    return last > most
      ? [`the heap of thread ${thread + 1} grew from ${first} to ${last} MB, over ${most} MB`]
      : [];
  });
  const all = unique + refused;
  return [
    ...(refused > all * refusedAtMost
      ? [`${refused} of ${all} records refused, over ${refusedAtMost * 100} %`]
      : []),
    ...grown,
  ];
}
