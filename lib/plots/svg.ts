import { type PlotOptions, plot } from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { ink } from './colours'

/** A figure for wide and one for narrow screens; the page shows one of them. */
export interface Drawing {
  title: string
  /** What is to be seen, for who cannot see it. The figures themselves stand in the table behind the plot. */
  description: string
  /** SVG elements as XML, colours by custom properties of the page, font by the page. */
  wide: string
  narrow: string
  /** Said where there is more than the plot shows. */
  leftOut?: string
}

export type PlotSize = 'wide' | 'narrow'

/** Widths in CSS pixels: the text column of a page and A4, and a phone. */
export const plotWidths: Record<PlotSize, number> = { wide: 720, narrow: 360 }

const fontSizes: Record<PlotSize, string> = { wide: '13', narrow: '12' }

/**
 * Draws a figure in both sizes. Text of the study goes into text marks and titles only: they are escaped, attributes
 * are not.
 */
export function drawing(title: string, description: string, options: (size: PlotSize) => PlotOptions): Drawing {
  const draw = (size: PlotSize) => svgText(options(size), size, title, description)
  return { title, description, wide: draw('wide'), narrow: draw('narrow') }
}

function svgText(options: PlotOptions, size: PlotSize, title: string, description: string): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const width = plotWidths[size]
  const svg = plot({ ...options, width, document })
  svg.querySelector('style')?.remove()
  for (const [name, value] of rootAttributes(size, svg.classList.value)) svg.setAttribute(name, value)
  svg.removeAttribute('font-family')
  svg.prepend(named(document, 'title', title), named(document, 'desc', description))
  for (const element of svg.querySelectorAll('*')) tidy(element)
  return withoutControls(svg.outerHTML)
}

function rootAttributes(size: PlotSize, drawn: string): [string, string][] {
  return [
    ['xmlns', 'http://www.w3.org/2000/svg'],
    ['class', drawn.replace(/plot-\w+/, 'plot')],
    ['role', 'img'],
    ['font-size', fontSizes[size]],
    ['fill', ink],
    ['style', 'font-variant-numeric:tabular-nums'],
  ]
}

function named(document: Document, name: 'title' | 'desc', text: string): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  element.textContent = text
  return element
}

/** Names of parts are of no use within one image; a hundredth of a pixel is nothing to see. */
function tidy(element: Element): void {
  element.removeAttribute('aria-label')
  for (const { name, value } of [...element.attributes]) {
    if (/\d\.\d{3}/.test(value)) element.setAttribute(name, value.replace(/-?\d+\.\d{3,}/g, rounded))
  }
}

function rounded(number: string): string {
  return String(Math.round(Number(number) * 100) / 100)
}

/** XML has no place for control characters, which a label from a file may hold. */
function withoutControls(xml: string): string {
  return xml.replace(/\p{Cc}/gu, (control) => (control === '\n' ? control : ''))
}
