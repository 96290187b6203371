import type { FunctionComponent } from 'preact';
import { useDashboardText } from '../text/dashboard-text.ts';
import { useLoaded } from './use-loaded.ts';

/** A part of the dashboard whose code is loaded when it is shown for the first time. */
export function later<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let known: FunctionComponent<Props> | undefined;
  return function Later(props: Props) {
    const { t } = useDashboardText();
    // As an object: a state that is a function would be called.
    const { value, hasFailed } = useLoaded(async () => ({ Part: await load() }), []);
    known ??= value?.Part;
    const Part = known;
    if (Part) return <Part {...props} />;
    return hasFailed ? <p>{t('page.notLoaded')}</p> : null;
  };
}
