import { dayText } from '../../lib/i18n/time.ts';
import type { HomeEvents } from '../../lib/model/known-event.ts';
import { useTimelineText } from './timeline-text.ts';

/** Whose events are shown, where that is set, and how old the list is. */
export function HomeEventsLine({ home: { country, reviewed } }: { home: HomeEvents }) {
  const { language, t } = useTimelineText();
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return (
    <p class="about-events">
      {country === null
        ? t('timeline.nowhere')
        : t('timeline.country', { country: names.of(country) ?? country })}{' '}
      {t('timeline.reviewed', { date: dayText(language, `${reviewed}T12:00:00`) })}{' '}
      <a href="#settings">{t('page.settings')}</a>
    </p>
  );
}
