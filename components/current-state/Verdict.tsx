import type { ComponentChildren } from 'preact';
import type { Message, Text } from '../../lib/i18n/text.ts';
import type { NetworkResult } from '../../lib/model/network.ts';
import type { RoundProgress } from '../../lib/model/progress.ts';
import type { Round } from '../../lib/model/round.ts';
import { announcementOf, progressCounts } from '../../lib/view/progress.ts';
import { isOutdated, type RouteSeen } from '../../lib/view/route.ts';
import type { Situation } from '../../lib/view/situation.ts';
import { heardOf, isConclusive, summaryOf } from '../../lib/view/summary.ts';
import { useText } from '../text/TextProvider.tsx';
import { Translated } from '../text/Translated.tsx';
import { Announcement } from './Announcement.tsx';
import { ConnectionLine } from './ConnectionLine.tsx';
import { SituationNotice, titleOf } from './SituationNotice.tsx';

export interface VerdictProps extends RouteSeen {
  round: Round | null;
  progress: RoundProgress | null;
  now: Date;
  situation: Situation | null;
  /** What the person can do about the situation, where that is not a check. */
  children?: ComponentChildren;
}

/** The sentence that a person came for, or what comes before it, with the network and the route. */
export function Verdict(props: VerdictProps) {
  const { round, progress, now, route, gap, situation, children } = props;
  const text = useText();
  return (
    <section class="overview">
      {situation ? (
        <SituationNotice situation={situation} now={now}>
          {children}
        </SituationNotice>
      ) : (
        <Sentence {...{ round, progress, route, gap }} />
      )}
      {(situation === null || situation.found.length > 0) && (
        <ConnectionLine
          network={progress ? null : networkOf(round, now)}
          {...{ route, gap, now }}
          isFresh={route?.at === round?.startedAt}
        />
      )}
      <Announcement text={announced(props, text)} />
    </section>
  );
}

/** Null where what was seen of it holds no longer. */
function networkOf(round: Round | null, now: Date): NetworkResult | null {
  return round === null || isOutdated(round.finishedAt, now) ? null : round.network;
}

/** How old a check is would be said again each hour: what it found is said instead. */
function announced(props: VerdictProps, text: Text): string {
  const { round, progress, situation, now } = props;
  if (situation?.id === 'paused') return announcedInPause(situation, text, now);
  if (situation !== null && situation.id !== 'stale') return titleOf(situation, text, now);
  const heard = progress ? [announcementOf(progress)] : heardOf(summaryOf(round, props));
  const result = joined(heard, text);
  return situation === null ? result : text.t('progress.last', { result });
}

/** What a check in it found is told nowhere else to who hears the page. */
function announcedInPause(situation: Situation, text: Text, now: Date): string {
  const { text: beside, found, isOld } = situation;
  const result = joined(found, text);
  const told = isOld ? text.t('progress.last', { result }) : result;
  const parts = [titleOf(situation, text, now), joined(beside ? [beside] : [], text), told];
  return parts.filter((part) => part !== '').join('. ');
}

function joined(messages: readonly Message[], { t }: Text): string {
  return messages.map(({ id, values }) => t(id, values)).join('. ');
}

type SentenceProps = Pick<VerdictProps, 'round' | 'progress' | keyof RouteSeen>;

function Sentence({ round, progress, ...seen }: SentenceProps) {
  const { t } = useText();
  if (progress) return <RunningSentence {...{ round, progress, ...seen }} />;
  const { headline, details } = summaryOf(round, seen);
  return (
    <>
      <p class="headline">
        <Translated message={headline} />
      </p>
      {details.length > 0 && <p>{details.map(({ id, values }) => t(id, values)).join(' · ')}</p>}
    </>
  );
}

interface RunningSentenceProps extends SentenceProps {
  progress: RoundProgress;
}

/** Of the last round no more than its headline, marked as such: the rest might contradict what is seen now. */
function RunningSentence({ round, progress, ...seen }: RunningSentenceProps) {
  const { t } = useText();
  const { known, done, total } = progressCounts(progress);
  const { headline } = summaryOf(round, seen);
  const result = t(headline.id, headline.values);
  const isClear = known === total;
  return (
    <>
      <p class="headline">{t('progress.headline', { known, total })}</p>
      {/* Without a value where all is clear: how long the rest takes is not known. */}
      <progress
        {...(!isClear && { value: known })}
        max={total}
        aria-label={t('progress.running', { done, total })}
      />
      {isClear ? (
        <p>{t('progress.refining')}</p>
      ) : (
        round && isConclusive(round) && <p>{t('progress.last', { result })}</p>
      )}
    </>
  );
}
