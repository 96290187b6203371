import type { ManifestTexts } from '../../lib/model/language.ts';

export const manifest: ManifestTexts = {
  name: 'Dozvon',
  researchName: 'نسخهٔ پژوهشی Dozvon',
  description:
    'کدام پیام‌رسان‌ها از مرورگر شما باز می‌شوند و بقیه چگونه مسدود شده‌اند. همه‌چیز روی رایانهٔ شما می‌ماند.',
};
