/** What JSON can hold. */
type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A value whose objects are lists without names. */
export interface Shaped {
  /** The names of each kind of object, in the order of its values. */
  shapes: string[][];
  /**
   * Primitives as they are; a list with 0 before its items; an object's values with its shape's number, from 1;
   * a time with -1, in milliseconds from the text's own.
   */
  body: Json;
  /** The text's time, in milliseconds since 1970. */
  fromMs: number;
}

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Writes the names of an object's fields once for all objects alike, such as attempts, and times as distances. */
export function toShapes(value: unknown, fromMs = 0): Shaped {
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
    if (typeof one === 'string') return distance(one, fromMs) ?? one;
    if (one === null || typeof one !== 'object') return one;
    if (Array.isArray(one)) return [0, ...one.map(shape)];
    // What JSON leaves out would come back as null.
    const names = Object.keys(one).filter((name) => one[name] !== undefined);
    return [numberOf(names), ...names.map((name) => shape(one[name] as Json))];
  }
  return { body: shape(value as Json), shapes, fromMs };
}

/** Null where the text is no time, or another than it would be read as. */
function distance(text: string, fromMs: number): Json {
  if (!time.test(text)) return null;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && isoOf(ms) === text ? [-1, ms - fromMs] : null;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** @throws where the parts do not fit together */
export function fromShapes({ shapes, body, fromMs }: Shaped): unknown {
  function unshape(one: Json): Json {
    if (!Array.isArray(one)) return one;
    const number = one[0] as number;
    if (number === -1) return isoOf(fromMs + (one[1] as number));
    if (number === 0) return one.slice(1).map(unshape);
    const names = shapes[number - 1];
    if (names?.length !== one.length - 1)
      throw new Error(`${number} is the shape of other values.`);
    const object: { [name: string]: Json } = {};
    // Rounds are read by the thousand: a loop over entries takes four times as long.
    for (let index = 0; index < names.length; index += 1) {
      setField(object, names[index] as string, unshape(one[index + 1] as Json));
    }
    return object;
  }
  return unshape(body);
}

/** An assignment to `__proto__` would make no field. */
function setField(object: { [name: string]: Json }, name: string, value: Json): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else {
    object[name] = value;
  }
}
