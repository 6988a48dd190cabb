import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { bringIntoSight, rangeOf } from '../reading/sight'
import { flowTexts } from '../texts/flow-texts'
import type { Desk } from '../use-desk'
import { codeLike } from './other-places'

const { all: texts } = flowTexts

/** Proposes the places with the same words one by one: none is coded without the coder looking at it. */
export function OtherPlacesBar({ desk }: { desk: Desk }) {
  const { otherPlaces, editor, positions } = desk
  const { like, places, at } = otherPlaces
  const accept = useRef<HTMLButtonElement>(null)
  const place = places[at]
  useEffect(() => {
    if (!place) return
    // Each new place is confirmed by a press of Enter.
    accept.current?.focus({ preventScroll: true })
    // Here: the bar itself takes room from the text.
    if (editor) bringIntoSight(rangeOf(editor, positions, place))
  }, [editor, positions, place])
  if (!like || !place) return null

  function goOn(isCoded: boolean): void {
    if (isCoded && like && place) desk.commit([codeLike(like, place)])
    const coded = otherPlaces.coded + (isCoded ? 1 : 0)
    if (!otherPlaces.next(isCoded)) end(coded)
  }
  function end(coded: number): void {
    otherPlaces.end()
    desk.say(texts.done(coded))
    desk.focusText()
  }
  return (
    <div
      data-places=""
      className="flex flex-wrap items-center gap-3 border-line border-b bg-accent-soft px-3 py-1.5 sm:px-5"
    >
      <p role="status" className="me-auto">
        {texts.bar(at + 1, places.length, desk.labelOf(like.value.code))}
      </p>
      <Button ref={accept} kind="primary" onClick={() => goOn(true)}>
        {texts.accept}
      </Button>
      <Button onClick={() => goOn(false)}>{texts.skip}</Button>
      <Button kind="quiet" onClick={() => end(otherPlaces.coded)}>
        {texts.stop}
      </Button>
    </div>
  )
}
