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
    const [number, ...values] = one as [number, ...Json[]];
    if (number === 0) return values.map(unshape);
    if (number === -1) return isoOf(fromMs + (values[0] as number));
    const names = shapes[number - 1];
    if (names?.length !== values.length) throw new Error(`${number} is the shape of other values.`);
    // Unlike an assignment, this makes a field of any name, `__proto__` too.
    return Object.fromEntries(names.map((name, index) => [name, unshape(values[index] as Json)]));
  }
  return unshape(body);
}
