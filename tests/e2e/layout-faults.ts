/**
 * Runs in the page: what is cut off, lies over something else, or has no size though it has a text.
 * @param within a selector of what is looked at
 */
export function layoutFaults(within: string): string[] {
  const root = document.querySelector(within) as HTMLElement;
  const isShown = (element: Element) =>
    element.checkVisibility() && element.closest('.visually-hidden') === null;
  const isText = (node: Node) => node.nodeType === 3 && node.textContent?.trim() !== '';
  /** Of its own text alone, line by line: a child may be hidden from the eye. */
  const linesOf = (element: Element) => {
    if (element instanceof SVGElement) return [element.getBoundingClientRect()];
    return [...element.childNodes].filter(isText).flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    });
  };
  const withText = [...root.querySelectorAll('*')].filter(
    (element) => isShown(element) && [...element.childNodes].some(isText),
  );
  // One that only defines patterns has no size.
  const pictures = [...root.querySelectorAll('svg:not(:has(pattern))')].filter(isShown);
  const boxes = [...withText, ...pictures].map((element) => ({
    element,
    lines: linesOf(element),
    name: `<${element.localName}> ${element.textContent?.trim()}`,
  }));
  const empty = boxes.filter(({ lines }) =>
    lines.every(({ width, height }) => width < 1 || height < 1),
  );
  const { clientWidth } = document.documentElement;
  // What scrolls by itself may be wider than the page.
  const outside = boxes.filter(
    ({ element, lines }) =>
      element.closest('.scroll') === null &&
      lines.some(({ left, right }) => left < 0 || right > clientWidth + 0.5),
  );
  const clipped = withText.filter(
    ({ scrollWidth, clientWidth: width }) => width > 0 && scrollWidth > width + 1,
  );
  const isFixed = (element: Element) => element.closest('footer, .page-header') !== null;
  const lieOver = (one: DOMRect, other: DOMRect) => {
    const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return width > 1 && height > 3;
  };
  const overlaps = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(({ element, lines }) => {
        if (one.element.contains(element) || element.contains(one.element)) return false;
        if (isFixed(element) !== isFixed(one.element)) return false;
        return one.lines.some((line) => lines.some((other) => lieOver(line, other)));
      })
      .map(({ name }) => `${one.name} / ${name}`),
  );
  const withHeads = [...root.querySelectorAll('table')].filter(({ tHead }) => tHead !== null);
  const crooked = withHeads.filter(isShown).filter(({ rows }) => {
    const [head, ...others] = [...rows].map(({ cells }) =>
      [...cells].map((cell) => Math.round(cell.getBoundingClientRect().left)),
    );
    return others.some((lefts) => lefts.join() !== head?.join());
  });
  return [
    ...empty.map(({ name }) => `empty: ${name}`),
    ...outside.map(({ name }) => `outside: ${name}`),
    ...clipped.map((element) => `clipped: ${element.textContent}`),
    ...overlaps.map((both) => `overlap: ${both}`),
    ...crooked.map((table) => `heads beside their cells: ${table.caption?.textContent}`),
  ];
}
