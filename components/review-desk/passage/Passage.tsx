import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { EdgeHandles } from '../../coding-desk/edges/EdgeHandles'
import { PartNames } from '../../coding-desk/reading/PartNames'
import { ReadingText } from '../../coding-desk/reading/ReadingText'
import { StackChooser } from '../../coding-desk/reading/StackChooser'
import { bringIntoSight, bringMarkIntoSight, rangeOf } from '../../coding-desk/reading/sight'
import { useDrawnHighlights } from '../../coding-desk/reading/use-drawn-highlights'
import { differingStretches } from '../compare/differing-words'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'
import { clusterSpan, passageSpan } from './passage-span'
import { RailNames } from './RailNames'
import { drawCluster, RailMarks } from './rail-marks'
import { depthOf, railsOf } from './rails'

const drawing = [RailMarks]

/** Draws the cluster in the text, and brings it into sight when it comes on the desk. */
function useDrawnCluster(review: Review) {
  const { view, groups, fateOf, writing } = review
  const { editor, positions, codes } = writing
  const rails = useMemo(() => railsOf(view.readings, { codes, fateOf }), [view.readings, codes, fateOf])
  const differing = useMemo(() => groups.flatMap(differingStretches), [groups])
  const passage = useMemo(() => passageSpan(view), [view])
  const drawn = useMemo(() => ({ rails, differing, passage }), [rails, differing, passage])
  useEffect(() => {
    if (editor && !editor.isDestroyed) drawCluster(editor.view, drawn, positions)
  }, [editor, drawn, positions])
  return drawn
}

/** Scrolls to the cluster whenever another one is on the desk, or it is asked for. */
function useInSight(review: Review, page: RefObject<HTMLElement | null>): void {
  const { view, writing, sightings, draft } = review
  const { editor, positions } = writing
  const latest = useRef(view)
  latest.current = view
  // biome-ignore lint/correctness/useExhaustiveDependencies: for another cluster or another wish, not for other news
  useEffect(() => {
    if (!editor || editor.isDestroyed || latest.current.kind !== 'spans') return
    // What is drawn makes room for itself first.
    const see = () => {
      if (page.current && !editor.isDestroyed) bringIntoSight(rangeOf(editor, positions, clusterSpan(latest.current)))
    }
    let frame = requestAnimationFrame(() => {
      see()
      // What was far away is laid out only when it comes near, and may lie elsewhere then.
      frame = requestAnimationFrame(see)
    })
    return () => cancelAnimationFrame(frame)
    // What is asked for an outcome takes room from the text.
  }, [editor, positions, view.id, sightings, page, draft.outcome])
}

/** The text with the cluster in it: the readings as lines above and below the words, what becomes gold as on the desk. */
export function Passage({ review }: { review: Review }) {
  const page = useRef<HTMLDivElement>(null)
  const { view, writing } = review
  const { settings } = writing
  // Every answer of the server brings the text anew; it is the same one, and drawn once.
  const [document] = useState(view.document)
  const drawn = useDrawnCluster(review)
  useDrawnHighlights(writing.editor, writing.highlights)
  useInSight(review, page)
  const chosen = writing.selected?.id
  useEffect(() => {
    if (chosen && page.current) bringMarkIntoSight(page.current, chosen)
  }, [chosen])
  const depth = depthOf(drawn.rails)
  const style = {
    '--reading-size': settings.size,
    '--rails-above': depth.above,
    '--rails-below': depth.below,
  } as React.CSSProperties
  return (
    <div
      ref={page}
      className={`desk-page review-page${drawn.passage ? ' has-passage' : ''}`}
      dir={view.document.direction}
      data-typeface={settings.typeface}
      data-numbers={settings.numbers}
      style={style}
    >
      <ReadingText
        document={document}
        label={deskTexts.passage.text(document.title)}
        positions={writing.positions}
        firstHighlights={writing.highlights}
        drawing={drawing}
        onReady={writing.setEditor}
        onSelection={writing.onSelection}
        onPick={writing.pickStack}
      />
      <EdgeHandles desk={writing} page={page} />
      <RailNames page={page} rails={drawn.rails} drawn={drawn} />
      <PartNames page={page} annotation={writing.selected} drawn={writing.highlights} />
      <StackChooser desk={writing} />
    </div>
  )
}
