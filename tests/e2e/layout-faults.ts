/** Runs in the page: what is cut off, lies over something else, or has no size though it has a text. */
export function layoutFaults(): string[] {
  const isShown = (element: Element) =>
    element.checkVisibility() && element.closest('.visually-hidden') === null;
  const withText = [...document.body.querySelectorAll('*')].filter(
    (element) =>
      isShown(element) &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
  );
  const pictures = [...document.body.querySelectorAll('svg')].filter(isShown);
  const boxes = [...withText, ...pictures].map((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const isText = !(element instanceof SVGElement);
    const box = isText ? range.getBoundingClientRect() : element.getBoundingClientRect();
    return { element, box, name: `<${element.localName}> ${element.textContent?.trim()}` };
  });
  const empty = boxes.filter(({ box }) => box.width < 1 || box.height < 1);
  const { clientWidth } = document.documentElement;
  const outside = boxes.filter(({ box }) => box.left < 0 || box.right > clientWidth + 0.5);
  const clipped = withText.filter(
    ({ scrollWidth, clientWidth: width }) => width > 0 && scrollWidth > width + 1,
  );
  const isFixed = (element: Element) => element.closest('footer, .page-header') !== null;
  const overlaps = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(({ element, box }) => {
        if (one.element.contains(element) || element.contains(one.element)) return false;
        if (isFixed(element) !== isFixed(one.element)) return false;
        const width = Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left);
        const height = Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top);
        return width > 1 && height > 3;
      })
      .map(({ name }) => `${one.name} / ${name}`),
  );
  return [
    ...empty.map(({ name }) => `empty: ${name}`),
    ...outside.map(({ name }) => `outside: ${name}`),
    ...clipped.map((element) => `clipped: ${element.textContent}`),
    ...overlaps.map((both) => `overlap: ${both}`),
  ];
}
