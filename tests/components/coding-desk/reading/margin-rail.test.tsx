import { act, cleanup, render } from '@testing-library/react'
import { useRef } from 'react'
import type { DeskAnnotation } from '@/components/coding-desk/annotations/edits'
import { MarginRail } from '@/components/coding-desk/reading/MarginRail'
import { NoObserver } from '../../../support/no-observer'
import { codingView, uuid } from '../coding-view'

const { codebook } = codingView()
const codes = new Map(codebook.codes.map((code) => [code.key, code]))
const [code = ''] = codes.keys()

/** How far below the top of the page each annotation stands, in pixels. */
const heights = [100, 9000]

const annotations = heights.map((_, at): DeskAnnotation => {
  const span = { start: 10 * at, end: 10 * at + 5 }
  const value = { code, segments: [{ part: 'span' as const, ...span }], attributes: {} }
  return { id: uuid(at + 1), ...span, value: { ...value, note: '', unsure: false, touched: [] } }
})

/** A text and its rail in what scrolls, as the desk has them. */
function Page() {
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  return (
    <div ref={scroller} data-testid="scroller">
      <div ref={page}>
        <div className="desk-text">
          {annotations.map(({ id }, at) => (
            <div key={id} data-top={heights[at]}>
              <p data-top={heights[at]}>
                <mark data-annotation={id} data-top={heights[at]} />
              </p>
            </div>
          ))}
        </div>
        <MarginRail {...{ scroller, page, annotations, codes, codebook }} selectedId={null} onPick={() => {}} />
      </div>
    </div>
  )
}

let scrolled = 0

beforeEach(() => {
  jest.useFakeTimers()
  scrolled = 0
  Object.assign(window, { ResizeObserver: NoObserver })
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const top = Number(this.getAttribute('data-top') ?? 0) - scrolled
    return new DOMRect(0, top, 100, 20)
  })
})

afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
  jest.useRealTimers()
})

/** Brings the page to a height as a hand does. */
function scrollTo(top: number, scroller: HTMLElement): void {
  scrolled = top
  scroller.scrollTop = top
  scroller.dispatchEvent(new Event('scroll'))
}

test('the margin names what is near the window, also where the text was scrolled to', () => {
  const { container, getByTestId } = render(<Page />)
  // It follows, and what it measures then is drawn.
  const settle = () => {
    for (const _ of ['follow', 'measure']) act(() => jest.advanceTimersByTime(1000))
  }
  const bars = () => [...container.querySelectorAll<HTMLElement>('.desk-rail-bar')].map(({ style }) => style.top)
  settle()
  expect(bars()).toEqual(['100px'])
  scrollTo(8600, getByTestId('scroller'))
  settle()
  expect(bars()).toEqual(['9000px'])
})

test('the margin tells what needs details', () => {
  const { container } = render(<Page />)
  for (const _ of ['follow', 'measure']) act(() => jest.advanceTimersByTime(1000))
  const [name] = container.querySelectorAll('.desk-rail-name.is-lacking')
  expect(name?.getAttribute('title')).toBe('needs details')
})

test('the margin rests while the text flies past, and names what is there when it stops', () => {
  const { container, getByTestId } = render(<Page />)
  const scroller = getByTestId('scroller')
  const bars = () => [...container.querySelectorAll<HTMLElement>('.desk-rail-bar')].map(({ style }) => style.top)
  Object.defineProperty(scroller, 'clientHeight', { value: 900 })
  act(() => jest.advanceTimersByTime(1000))
  for (let top = 1000; top <= 9000; top += 1000) {
    act(() => scrollTo(top, scroller))
    act(() => jest.advanceTimersByTime(100))
  }
  const flown = bars()
  for (const _ of ['stop', 'follow', 'measure']) act(() => jest.advanceTimersByTime(1000))
  // What the first step came to stands until then.
  expect([flown, bars()]).toEqual([['100px'], ['9000px']])
})
