import type { ComponentChildren } from 'preact';
import type { Transition } from '../../lib/model/transition.ts';
import { fullWordOf } from '../../lib/view/full-word.ts';
import { roundHref } from '../../lib/view/page/address.ts';
import { useDashboardText } from '../text/dashboard-text.ts';
import { StateIcon } from './StateIcon.tsx';

interface StateChangeProps {
  change: Transition;
  nameOf: (service: string) => string;
  /** As people read its time. */
  when: string;
  children?: ComponentChildren;
}

/** A change of a service's state, leading to the check that settled it. */
export function StateChange({ change, nameOf, when, children }: StateChangeProps) {
  const { t } = useDashboardText();
  const { service, from, to, scope, at, roundId, witnesses } = change;
  const before = t(fullWordOf(from));
  return (
    <>
      <StateIcon sign={to} />
      <div>
        <strong>{t('changes.what', { name: nameOf(service), to: t(fullWordOf(to)) })}</strong>{' '}
        {t('changes.before', { from: before, count: witnesses.length })}{' '}
        <a href={roundHref(roundId)}>
          <time dateTime={at}>{when}</time>
        </a>
        {scope === 'network' && `. ${t('changes.network')}`}
        {children}
      </div>
    </>
  );
}
