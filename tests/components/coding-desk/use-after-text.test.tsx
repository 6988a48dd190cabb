import { act, cleanup, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { useAfterText } from '@/components/coding-desk/use-after-text'

interface State {
  text: string
  isUrgent?: boolean
}

const mayWait = (now: State) => !now.isUrgent

function Beside({ now }: { now: State }) {
  return <p data-testid="beside">{useAfterText(now, mayWait).text}</p>
}

function Page({ now }: { now: State }) {
  return (
    <>
      <div className="desk-text" tabIndex={-1}>
        {now.text}
      </div>
      <input aria-label="field" />
      <Beside now={now} />
    </>
  )
}

const beside = () => screen.getByTestId('beside').textContent
const inText = () => document.querySelector('.desk-text')?.textContent
const shortly = (milliseconds: number) => act(() => new Promise((resolve) => setTimeout(resolve, milliseconds)))

function open() {
  const page = render(<Page now={{ text: 'before' }} />)
  document.querySelector<HTMLElement>('.desk-text')?.focus()
  return (now: State) => page.rerender(<Page now={now} />)
}

afterEach(cleanup)

/** Changes the state of the page as the page's own code would. */
let change: (now: State) => void

function ChangingPage() {
  const [now, setNow] = useState<State>({ text: 'before' })
  change = setNow
  return <Page now={now} />
}

describe('what stands beside the text', () => {
  test('waits until the text is on the screen, and then catches up', async () => {
    const show = open()
    show({ text: 'after' })
    expect([inText(), beside()]).toEqual(['after', 'before'])
    await shortly(200)
    expect(beside()).toBe('after')
  })

  test.each(['keydown', 'pointerdown', 'pointermove', 'beforeinput', 'click'])(
    'has caught up before a %s is heard',
    (input) => {
      const show = open()
      show({ text: 'after' })
      let met: string | null = null
      const hear = () => (met = beside())
      window.addEventListener(input, hear, true)
      act(() => void window.dispatchEvent(new Event(input)))
      window.removeEventListener(input, hear, true)
      expect(met).toBe('after')
    },
  )

  test('does not wait for what may not wait, nor while the hands are elsewhere', () => {
    const show = open()
    show({ text: 'a window opens', isUrgent: true })
    expect(beside()).toBe('a window opens')
    screen.getByLabelText('field').focus()
    show({ text: 'an answer' })
    expect(beside()).toBe('an answer')
  })

  test('catches up though the text goes on changing', async () => {
    const show = open()
    const seen = new Set<string | null>()
    for (let change = 1; change <= 40; change += 1) {
      show({ text: String(change) })
      await shortly(5)
      seen.add(beside())
    }
    expect(seen.size).toBeGreaterThan(2)
  })

  test('catches up with what came while it was catching up', async () => {
    const hear = () => change({ text: 'later' })
    // Heard before the page's own listener: what it changes is drawn when that catches up.
    window.addEventListener('keydown', hear, true)
    render(<ChangingPage />)
    document.querySelector<HTMLElement>('.desk-text')?.focus()
    act(() => change({ text: 'after' }))
    window.dispatchEvent(new Event('keydown'))
    window.removeEventListener('keydown', hear, true)
    await shortly(200)
    expect(beside()).toBe('later')
  })

  test('leaves no listener behind', () => {
    const removed = jest.spyOn(window, 'removeEventListener')
    const added = jest.spyOn(window, 'addEventListener')
    open()
    cleanup()
    const listeners = (calls: unknown[][]) => calls.filter(([type]) => type === 'beforeinput').length
    expect(listeners(removed.mock.calls)).toBe(listeners(added.mock.calls))
    expect(listeners(added.mock.calls)).toBeGreaterThan(0)
  })
})
