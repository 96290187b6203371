// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { useKeptFocus } from '../../../../components/page/use-kept-focus.ts';

function Page({ isThere = true, isOther = true }: { isThere?: boolean; isOther?: boolean }) {
  useKeptFocus();
  return (
    <>
      <a href="#first">first</a>
      <main>
        <h1 tabIndex={-1}>heading</h1>
        <section>
          {isThere && <button type="button">going</button>}
          <p>no place for the focus</p>
          <button type="button" disabled>
            disabled
          </button>
          {isOther && (
            <details>
              <summary>staying</summary>
            </details>
          )}
        </section>
      </main>
    </>
  );
}

const show = (part: Parameters<typeof Page>[0] = {}) => render(<Page {...part} />, document.body);
const find = (selector: string) => document.querySelector<HTMLElement>(selector);
/** What listens is there after the first frame. */
const listening = () => new Promise((resolve) => setTimeout(resolve, 50));

beforeEach(async () => {
  render(null, document.body);
  show();
  await listening();
});

it('goes to what stands at the same place, as what had it is taken away', async () => {
  find('main button')?.focus();

  show({ isThere: false });

  await expect.poll(() => document.activeElement).toBe(find('summary'));
});

it('goes to the heading where nothing stands there', async () => {
  find('main button')?.focus();

  show({ isThere: false, isOther: false });

  await expect.poll(() => document.activeElement).toBe(find('h1'));
});

it('stays where it was moved meanwhile', async () => {
  find('main button')?.focus();
  show({ isThere: false });
  find('a')?.focus();

  await listening();

  expect(document.activeElement).toBe(find('a'));
});

it('is given to nothing where the person had left what is taken away', async () => {
  find('main button')?.focus();
  find('main button')?.blur();
  await listening();

  show({ isThere: false });

  await listening();
  expect(document.activeElement).toBe(document.body);
});
