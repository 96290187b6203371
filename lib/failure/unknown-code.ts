import { isUnknownToChromium } from './chromium.ts';
import { isUnknownToFirefox } from './firefox.ts';

/**
 * Whether none of our tables contains a raw code. Future browsers will bring new codes, some of which do not
 * mean a failure at all.
 */
export function isUnknownCode(code: string): boolean {
  return isUnknownToChromium(code) || isUnknownToFirefox(code);
}
