/** True as soon as one is; false once none is. */
export function anyOf(checks: readonly Promise<boolean>[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    for (const check of checks) check.then((is) => void (is && resolve(true)), reject);
    Promise.all(checks).then(() => resolve(false), reject);
  });
}
