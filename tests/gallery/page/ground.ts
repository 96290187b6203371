import { setLanguage } from '../../../lib/browser/page/set-language.ts';
import { isLanguage } from '../../../lib/i18n/languages.ts';

/* What every page of the gallery is asked for: `?language=ru&scheme=dark`. */

export const asked = new URLSearchParams(location.search);

const wanted = asked.get('language');
export const language = isLanguage(wanted) ? wanted : 'en';

const scheme = asked.get('scheme');
if (scheme !== null) document.documentElement.style.colorScheme = scheme;

setLanguage(language);
