import type { FunctionComponent } from 'preact';
import { useDashboardText } from './dashboard-text.ts';
import { useLoaded } from './use-loaded.ts';

/** A page whose code is loaded when a person goes there for the first time. */
export function laterPage<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let known: FunctionComponent<Props> | undefined;
  return function LaterPage(props: Props) {
    const { t } = useDashboardText();
    // As an object: a state that is a function would be called.
    const { value, hasFailed } = useLoaded(async () => ({ Page: await load() }), []);
    known ??= value?.Page;
    const Page = known;
    if (Page) return <Page {...props} />;
    return hasFailed ? <p>{t('page.notLoaded')}</p> : null;
  };
}
