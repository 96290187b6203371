import { afterAll } from 'vitest';

// A component that is left mounted would run its effects after the page of the test is gone, which fails the run.
if (typeof document !== 'undefined') {
  const { render } = await import('preact');
  afterAll(async () => {
    render(null, document.body);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
