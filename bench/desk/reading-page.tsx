import '../../components/coding-desk/coding-desk.css'
import { createRoot, type Root } from 'react-dom/client'
import { lanesOf } from '../../components/coding-desk/annotations/annotation-lanes'
import { madeOf } from '../../components/coding-desk/annotations/desk-annotations'
import { codeStyles } from '../../components/coding-desk/codes/code-styles'
import { knownRows } from '../../components/coding-desk/outbox/rows'
import { highlightsOf } from '../../components/coding-desk/reading/highlight'
import { Positions } from '../../components/coding-desk/reading/positions'
import { ReadingText } from '../../components/coding-desk/reading/ReadingText'
import type { MadeCoding } from './made-coding'
import { emptyPlace, painted, untilThereIs } from './painted'

let root: Root | null = null
const nothing = () => {}

/** From text and rows in memory to the page with every mark in it. @returns milliseconds */
async function draw({ document: text, codebook, rows }: MadeCoding): Promise<number> {
  root?.unmount()
  const place = await emptyPlace()
  place.className = 'desk-scroller'
  const from = performance.now()
  const positions = new Positions(text.text)
  const annotations = madeOf(knownRows(rows).list).annotations
  const codes = new Map(codebook.codes.map((code) => [code.key, code]))
  const { highlights } = highlightsOf({ ...lanesOf(annotations), codes, positions, selectedId: null })
  root = createRoot(place)
  root.render(
    <div className="desk-page">
      <style>{codeStyles(codebook.codes)}</style>
      <ReadingText
        {...{ document: text, positions }}
        firstHighlights={highlights}
        onReady={nothing}
        onSelection={nothing}
        onPick={nothing}
      />
    </div>,
  )
  await untilThereIs(`mark[data-annotation="${highlights.at(-1)?.annotationId}"]`)
  return (await painted()) - from
}

Object.assign(window, { draw })
