/** Tries counted together: of one owner (a service, or all controls), or of several. */
export interface Tally {
  tries: number;
  failures: number;
}

/** Chance alone makes a contrast this strong in one round of a hundred. */
const significance = 0.01;

/**
 * Those that fail more often than the rest would let expect: where trouble is not alike, it belongs to them and not
 * to the network. Fisher's exact test of the worst against the rest, for every number of worst ones, corrected
 * for the ways to choose them (Bonferroni).
 */
export function standingOut<One extends Tally>(all: readonly One[]): One[] {
  const sorted = all.toSorted((one, other) => shareOf(other) - shareOf(one));
  const whole = sumOf(sorted);
  let strongest = { count: 0, logP: Math.log(significance) };
  for (let count = 1; count < sorted.length; count += 1) {
    const logP = logTail(sumOf(sorted.slice(0, count)), whole) + logChoose(sorted.length, count);
    if (logP < strongest.logP) strongest = { count, logP };
  }
  return sorted.slice(0, strongest.count);
}

/** Whether a part fails more often than the rest would let expect (Fisher's exact test). */
export function outdoes(part: Tally, rest: Tally): boolean {
  return logTail(part, sumOf([part, rest])) < Math.log(significance);
}

function shareOf({ tries, failures }: Tally): number {
  return tries === 0 ? 0 : failures / tries;
}

export function sumOf(all: readonly Tally[]): Tally {
  return all.reduce(
    (sum, one) => ({ tries: sum.tries + one.tries, failures: sum.failures + one.failures }),
    { tries: 0, failures: 0 },
  );
}

/** Logarithm of the chance that a part has at least as many of the whole's failures (hypergeometric). */
function logTail(part: Tally, whole: Tally): number {
  const most = Math.min(part.tries, whole.failures);
  const all = logChoose(whole.tries, whole.failures);
  let sum = 0;
  for (let failures = part.failures; failures <= most; failures += 1) {
    const others = logChoose(whole.tries - part.tries, whole.failures - failures);
    sum += Math.exp(logChoose(part.tries, failures) + others - all);
  }
  return Math.log(sum);
}

function logChoose(all: number, chosen: number): number {
  if (chosen < 0 || chosen > all) return -Infinity;
  let sum = 0;
  for (let step = 1; step <= chosen; step += 1) sum += Math.log((all - chosen + step) / step);
  return sum;
}
