import '@recogito/text-annotator/text-annotator.css'
import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator'
import type { MadeCoding } from './made-coding'
import { emptyPlace, painted, untilThereIs } from './painted'

let destroy = () => {}

/** The made texts have only letters of one UTF-16 unit, so that offsets need no conversion. */
function annotationsOf({ document: { text }, rows }: MadeCoding): TextAnnotation[] {
  return rows.flatMap((row) => {
    if (row.kind !== 'annotation') return []
    const selector = row.value.segments.map(({ start, end }) => ({ quote: text.slice(start, end), start, end }))
    return [{ id: row.id, bodies: [], target: { annotation: row.id, selector } } as unknown as TextAnnotation]
  })
}

/** A paragraph per line, as the desk has it, or the whole text in one, which is what this library is quickest with. */
function fill(place: HTMLElement, text: string, inOne: boolean): void {
  for (const line of inOne ? [text] : text.split(/(?<=\n)/)) {
    const paragraph = document.createElement('p')
    paragraph.append(line)
    place.append(paragraph)
  }
}

/**
 * From text and spans in memory to the first highlights; those out of sight are drawn when they are scrolled to.
 * @returns milliseconds
 */
async function draw(coding: MadeCoding, inOne: boolean): Promise<number> {
  destroy()
  const scroller = await emptyPlace()
  const place = document.createElement('div')
  place.style.cssText = 'white-space:pre-wrap;max-width:66ch;font:19px/1.8 serif'
  scroller.append(place)
  const from = performance.now()
  fill(place, coding.document.text, inOne)
  const annotator = createTextAnnotator(place, {})
  destroy = () => annotator.destroy()
  // Not setAnnotations: with the newest @annotorious/core it leaves out to find the stretches in the page.
  annotator.state.store.bulkAddAnnotations(annotationsOf(coding), true)
  await untilThereIs('.r6o-annotation')
  return (await painted()) - from
}

Object.assign(window, { draw })
