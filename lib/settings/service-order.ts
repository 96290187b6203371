/** Sorts what has a service's id as the person wants it; what they did not name keeps its place after that. */
export function inOrder<One extends { id: string }>(
  all: readonly One[],
  order: readonly string[],
): One[] {
  const named = order.flatMap((id) => all.filter((one) => one.id === id));
  return [...new Set([...named, ...all])];
}

/** A round, or its progress, with its services as the person wants them. */
export function withOrder<Whole extends { services: readonly { id: string }[] } | null>(
  whole: Whole,
  order: readonly string[],
): Whole {
  return whole && { ...whole, services: inOrder(whole.services, order) };
}

/** All ids, with one of them moved up or down by one place. */
export function movedBy(ids: readonly string[], index: number, places: 1 | -1): string[] {
  const moved = ids.toSpliced(index, 1);
  return moved.toSpliced(index + places, 0, ...ids.slice(index, index + 1));
}
