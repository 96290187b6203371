import { type Language, traitsOf } from './languages.ts';

const marks = { ltr: { comma: ', ', semicolon: '; ' }, rtl: { comma: '، ', semicolon: '؛ ' } };

/** What parts a list. Right-to-left scripts have a comma and a semicolon of their own. */
export function marksOf(language: Language) {
  return marks[traitsOf(language).direction];
}
