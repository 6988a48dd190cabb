import { renderHook } from '@testing-library/react'
import { useNews } from '@/components/coding-desk/flow/use-news'

class Connection {
  static open: Connection[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  constructor() {
    Connection.open.push(this)
  }
  close() {
    Connection.open = Connection.open.filter((one) => one !== this)
  }
}

function lookAway(isAway: boolean): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: isAway ? 'hidden' : 'visible' })
  document.dispatchEvent(new Event('visibilitychange'))
}

let reads = 0
let saved = 0
let isQuiet = true
const listen = () =>
  renderHook(() =>
    useNews({
      studyId: 'study',
      concerns: (codingId) => codingId === 'coding',
      saved: () => saved,
      isQuiet: () => isQuiet,
      read: () => {
        reads += 1
      },
    }),
  )
const tell = (about: string, codingId?: string) =>
  Connection.open[0]?.onmessage?.({ data: JSON.stringify({ about, codingId }) })

beforeEach(() => {
  jest.useFakeTimers()
  reads = 0
  saved = 0
  isQuiet = true
  Object.assign(globalThis, { EventSource: Connection })
})

afterEach(() => {
  lookAway(false)
  Connection.open = []
  jest.useRealTimers()
  Reflect.deleteProperty(globalThis, 'EventSource')
})

describe('news of a coding', () => {
  const settle = () => jest.advanceTimersByTime(1500)

  test('is read when it is about this coding, once for what comes together', () => {
    listen()
    tell('coding', 'another')
    tell('members')
    settle()
    expect(reads).toBe(0)
    tell('coding', 'coding')
    tell('coding', 'coding')
    settle()
    expect(reads).toBe(1)
  })

  test('of what this browser saved itself is not read, of anything beyond it is', () => {
    listen()
    saved += 1
    tell('coding', 'coding')
    settle()
    expect(reads).toBe(0)
    tell('coding', 'coding')
    saved += 1
    tell('coding', 'coding')
    settle()
    expect(reads).toBe(1)
  })

  test('waits while something of this browser is on its way, and is not forgotten', () => {
    listen()
    isQuiet = false
    tell('coding', 'coding')
    settle()
    settle()
    expect(reads).toBe(0)
    isQuiet = true
    settle()
    expect(reads).toBe(1)
  })

  test('is not listened to by a desk long out of sight, which reads once when it is looked at again', () => {
    const { unmount } = listen()
    Connection.open[0]?.onopen?.()
    lookAway(true)
    jest.advanceTimersByTime(5000)
    expect(Connection.open).toHaveLength(1)
    jest.advanceTimersByTime(60_000)
    expect(Connection.open).toHaveLength(0)
    lookAway(false)
    expect(Connection.open).toHaveLength(1)
    Connection.open[0]?.onopen?.()
    expect(reads).toBe(1)
    unmount()
    expect(Connection.open).toHaveLength(0)
  })
})
