import * as v from 'valibot';
import { isVisible } from '../model/visible-text.ts';

export const longestLabel = 80;

/**
 * The schema of a name for the network of a probe.
 * @param allowed what an error says of it
 */
export function networkLabel(allowed: string) {
  return v.pipe(
    v.string(allowed),
    v.trim(),
    v.check((text) => text !== '' && text.length <= longestLabel, allowed),
    v.check(isVisible, allowed),
  );
}
