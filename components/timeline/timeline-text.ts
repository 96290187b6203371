import { type TimelineText, timelineText, timelineTexts } from '../../lib/i18n/timeline-text.ts';
import { useLoaded } from '../loading/use-loaded.ts';
import { useText } from '../text/TextProvider.tsx';

/** Texts in the page's language for components of the timeline, once that has loaded them. */
export function useTimelineText(): TimelineText {
  return timelineText(useText().language);
}

/** Whether the timeline's texts are there in the page's language. */
export function useTimelineLoaded(): boolean {
  const { language } = useText();
  const { value } = useLoaded(async () => {
    await timelineTexts.load(language);
    return language;
  }, [language]);
  return value === language;
}
