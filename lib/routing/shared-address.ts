/** Fewer operators on one address are customers of one content network. */
const operatorsForSharing = 3;
/** As many on addresses of their own show that no proxy carries everything. */
const operatorsBeside = 2;

/** An address that answered genuinely, and who runs what was asked there. */
export interface GenuineAnswer {
  operator: string;
  address: string;
}

/**
 * Whether unrelated operators answered genuinely from one address while others answered from their own: a resolver
 * gave the address of a proxy for some names. Where everything comes from one address, a proxy carries everything.
 */
export function shareAddress(answers: readonly GenuineAnswer[]): boolean {
  const operatorsAt = Map.groupBy(answers, ({ address }) => address);
  const countAt = (seen: readonly GenuineAnswer[]) =>
    new Set(seen.map(({ operator }) => operator)).size;
  return [...operatorsAt].some(([shared, seen]) => {
    const elsewhere = answers.filter(({ address }) => address !== shared);
    return countAt(seen) >= operatorsForSharing && countAt(elsewhere) >= operatorsBeside;
  });
}
