import { type Language, traitsOf } from './languages.ts';

/** The tag (BCP 47) by which numbers are written in a language. */
export function numbersOf(language: Language): string {
  return traitsOf(language).numbers;
}

/** A format of numbers as they are written in a language. */
export function numberFormat(
  language: Language,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  return new Intl.NumberFormat(numbersOf(language), options);
}
