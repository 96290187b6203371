import { useEffect, useState } from 'preact/hooks';

/** `undefined` until it was loaded for the first time. */
export interface Loaded<Value> {
  value: Value | undefined;
  hasFailed: boolean;
}

/** Loads again when an input changes; what was loaded before stays until then. */
export function useLoaded<Value>(
  load: () => Promise<Value>,
  inputs: readonly unknown[],
): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ value: undefined, hasFailed: false });
  useEffect(() => {
    let isWanted = true;
    load().then(
      (value) => isWanted && setLoaded({ value, hasFailed: false }),
      (error) => {
        console.error(error);
        if (isWanted) setLoaded((before) => ({ ...before, hasFailed: true }));
      },
    );
    return () => {
      isWanted = false;
    };
  }, inputs);
  return loaded;
}
