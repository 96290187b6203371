/** What a folder of `locales` tells of its language. */
export interface LanguageTraits {
  /** The language's name for itself. */
  name: string;
  direction: 'ltr' | 'rtl';
  /** Whether somebody who grew up with the language has read all of its texts. */
  isReviewed: boolean;
  /** By which language (BCP 47) numbers are written: its own, or one that writes them alike where browsers know no others. */
  numbers: string;
}

/** What the browser's own pages say of the extension. */
export interface ManifestTexts {
  name: string;
  /** Of the build for research. */
  researchName: string;
  /** At most 132 characters, as the Chrome Web Store takes no more. */
  description: string;
}
