/** What JSON can hold. */
type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A value whose objects are lists without names. */
export interface Shaped {
  /** The names of each kind of object, in the order of its values. */
  shapes: string[][];
  /** Primitives as they are; a list with 0 before its items; an object's values with its shape's number, from 1. */
  body: Json;
}

/** Writes the names of an object's fields once for all objects alike, such as attempts. */
export function toShapes(value: unknown): Shaped {
  const shapes: string[][] = [];
  const numbers = new Map<string, number>();
  function numberOf(names: string[]): number {
    const key = JSON.stringify(names);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    shapes.push(names);
    numbers.set(key, shapes.length);
    return shapes.length;
  }
  function shape(one: Json): Json {
    if (one === null || typeof one !== 'object') return one;
    if (Array.isArray(one)) return [0, ...one.map(shape)];
    // What JSON leaves out would come back as null.
    const names = Object.keys(one).filter((name) => one[name] !== undefined);
    return [numberOf(names), ...names.map((name) => shape(one[name] as Json))];
  }
  return { body: shape(value as Json), shapes };
}

/** @throws where the parts do not fit together */
export function fromShapes({ shapes, body }: Shaped): unknown {
  function unshape(one: Json): Json {
    if (!Array.isArray(one)) return one;
    const [number, ...values] = one as [number, ...Json[]];
    if (number === 0) return values.map(unshape);
    const names = shapes[number - 1];
    if (names?.length !== values.length) throw new Error(`${number} is the shape of other values.`);
    // Unlike an assignment, this makes a field of any name, `__proto__` too.
    return Object.fromEntries(names.map((name, index) => [name, unshape(values[index] as Json)]));
  }
  return unshape(body);
}
