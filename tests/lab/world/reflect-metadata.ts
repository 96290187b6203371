/**
 * @peculiar/x509 wires itself with tsyringe, which refuses to load without Reflect's metadata
 * functions. These three are all it calls.
 */
const metadata = new WeakMap<object, Map<unknown, unknown>>();

Object.assign(Reflect, {
  defineMetadata(key: unknown, value: unknown, target: object): void {
    const entries = metadata.get(target) ?? new Map<unknown, unknown>();
    metadata.set(target, entries.set(key, value));
  },
  getMetadata(key: unknown, target: object): unknown {
    return metadata.get(target)?.get(key);
  },
  getOwnMetadata(key: unknown, target: object): unknown {
    return metadata.get(target)?.get(key);
  },
});
