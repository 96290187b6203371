import { shareText } from '../../lib/i18n/share-text.ts';
import type { GroupShare, HomeComparison } from '../../lib/view/home-comparison.ts';
import { shortened } from '../../lib/view/summary.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

/** In how many of their checks services at home and the others opened, as two bars, in words and in numbers. */
export function HomeComparisonView({ home, others }: HomeComparison) {
  const { t } = useDashboardText();
  return (
    <section class="home-comparison">
      <h3>{t('at-home.title')}</h3>
      <ul>
        {[home, others].map((group) => (
          <Group key={group.names[0]} {...group} />
        ))}
      </ul>
      <p>{t('at-home.note')}</p>
    </section>
  );
}

function Group({ names, checks, opened }: GroupShare) {
  const { language, t } = useDashboardText();
  const share = opened / checks;
  const percent = shareText(language, share);
  return (
    <li>
      <strong>{t('at-home.names', shortened(names))}</strong>{' '}
      <span>{t('at-home.opened', { share: percent, opened, checks, count: names.length })}</span>
      <div class="share-bar" aria-hidden="true">
        <div style={{ inlineSize: `${100 * share}%` }} />
      </div>
    </li>
  );
}
