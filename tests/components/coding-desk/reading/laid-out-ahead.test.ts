import { cleanup, renderHook } from '@testing-library/react'
import type { Editor } from '@tiptap/react'
import { rest, useLaidOutAhead } from '@/components/coding-desk/reading/use-laid-out-ahead'

/** What waits for the browser to be idle. */
let waiting: (() => void)[] = []

/** The browser is idle once. @returns whether anything waited for that */
function idle(): boolean {
  const next = waiting.shift()
  next?.()
  return next !== undefined
}

/** Which section was asked for its last line, one after the other. */
let asked: number[] = []

function textOf(sections: number): Editor {
  const dom = document.createElement('div')
  for (let at = 0; at < sections; at += 1) {
    const section = dom.appendChild(document.createElement('div'))
    section.appendChild(document.createElement('p'))
    const last = section.appendChild(document.createElement('p'))
    last.getBoundingClientRect = () => {
      asked.push(at)
      return new DOMRect()
    }
  }
  return { view: { dom } } as unknown as Editor
}

beforeEach(() => {
  jest.useFakeTimers()
  asked = []
  waiting = []
  Object.assign(window, {
    requestIdleCallback: (callback: () => void) => waiting.push(callback),
    cancelIdleCallback: () => {
      waiting = []
    },
  })
})

afterEach(() => {
  cleanup()
  jest.useRealTimers()
  Reflect.deleteProperty(window, 'requestIdleCallback')
  Reflect.deleteProperty(window, 'cancelIdleCallback')
})

describe('what lies far from the window', () => {
  it('is laid out a section in every idle moment, from the first to the last', () => {
    renderHook(() => useLaidOutAhead(textOf(3)))
    expect(asked).toEqual([])
    idle()
    expect(asked).toEqual([0])
    while (idle());
    expect(asked).toEqual([0, 1, 2])
    window.dispatchEvent(new Event('scroll'))
    jest.advanceTimersByTime(rest)
    expect(idle()).toBe(false)
  })

  it('waits while the hand is busy, and goes on where it stopped', () => {
    renderHook(() => useLaidOutAhead(textOf(3)))
    idle()
    for (const input of ['keydown', 'wheel', 'scroll', 'pointermove']) {
      jest.advanceTimersByTime(rest - 1)
      document.body.dispatchEvent(new Event(input))
      expect(idle()).toBe(false)
    }
    jest.advanceTimersByTime(rest)
    while (idle());
    expect(asked).toEqual([0, 1, 2])
  })

  it('is left alone when the text is gone', () => {
    const { unmount } = renderHook(() => useLaidOutAhead(textOf(3)))
    idle()
    unmount()
    expect(idle()).toBe(false)
    window.dispatchEvent(new Event('scroll'))
    jest.advanceTimersByTime(rest)
    expect(idle()).toBe(false)
    expect(asked).toEqual([0])
  })

  it('is not laid out ahead by a browser that does not say when it is idle', () => {
    Reflect.deleteProperty(window, 'requestIdleCallback')
    renderHook(() => useLaidOutAhead(textOf(3)))
    jest.advanceTimersByTime(rest)
    expect(asked).toEqual([])
  })
})
