/** Deterministic numbers from 0 up to, but excluding, 1. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** A shuffled copy. */
export function shuffle<T>(things: readonly T[], random: () => number): T[] {
  return things
    .map((thing) => ({ thing, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ thing }) => thing);
}

/** A random element. Throws if there is none. */
export function pick<T>(things: readonly T[], random: () => number): T {
  const chosen = things[Math.floor(random() * things.length)];
  if (chosen === undefined) throw new Error('There is nothing to pick from.');
  return chosen;
}
