const kept = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'opacity', 'fill-opacity'] as const;

/** A picture on the screen as an SVG file that looks the same anywhere: its computed colours and sizes written into it. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of kept) {
      const value = style.getPropertyValue(name);
      if (value !== '') element.setAttribute(name, value);
    }
    element.removeAttribute('class');
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(Math.round(width)));
  copy.setAttribute('height', String(Math.round(height)));
  // Light words of a dark screen would be lost on a white page.
  const ground = copy.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const [x = '0', y = '0', across = String(width), down = String(height)] = (svg.getAttribute('viewBox') ?? '').split(' ').filter(Boolean);
  for (const [name, value] of Object.entries({ x, y, width: across, height: down, fill: getComputedStyle(svg).getPropertyValue('--sp-surface') || '#ffffff' })) ground.setAttribute(name, value);
  copy.prepend(ground);
  copy.setAttribute('font-family', 'Source Sans 3, Segoe UI, Helvetica, Arial, sans-serif');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
