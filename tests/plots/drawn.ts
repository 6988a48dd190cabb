import { parseHTML } from 'linkedom'

/** An SVG text as elements, and what stands in it as words. */
export function drawn(svg: string) {
  const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`)
  const elements = (name: string) => [...document.querySelectorAll(name)]
  return {
    elements,
    /** The words of its text elements, without the titles that show on hovering. */
    words: elements('text').map((element) => (element.firstChild?.textContent ?? '').trim()),
  }
}

/** The x of an element placed by `translate(x,y)`. */
export function placeOf(element: Element | undefined): { x: number; y: number } {
  const [x, y] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(element?.getAttribute('transform') ?? '')?.slice(1) ?? []
  return { x: Number(x ?? element?.getAttribute('cx')), y: Number(y ?? element?.getAttribute('cy')) }
}
