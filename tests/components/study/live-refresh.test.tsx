import { act, render } from '@testing-library/react'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { LiveRefresh } from '@/components/study/live-refresh'

/** The browser's connection, which jsdom has not: here the test is the server. */
class Connection {
  static last: Connection | undefined
  onmessage: ((event: { data: string }) => void) | null = null
  onopen: (() => void) | null = null
  isClosed = false

  constructor(readonly address: string) {
    Connection.last = this
  }

  close() {
    this.isClosed = true
  }
}

function openPage(without: ('review' | 'discussion')[] = []) {
  const done = { refreshed: 0 }
  const router = {
    refresh: () => {
      done.refreshed += 1
    },
  }
  const { unmount } = render(
    <AppRouterContext.Provider value={router as never}>
      <LiveRefresh studyId="s1" without={without} />
    </AppRouterContext.Provider>,
  )
  const connection = Connection.last
  if (!connection) throw new Error('The page did not connect.')
  return { done, connection, unmount }
}

const tell = (connection: Connection, about = 'documents') =>
  connection.onmessage?.({ data: JSON.stringify({ about }) })

const pass = (milliseconds: number) => act(() => jest.advanceTimersByTime(milliseconds))

beforeEach(() => {
  jest.useFakeTimers()
  Object.assign(globalThis, { EventSource: Connection })
})

afterEach(() => {
  jest.useRealTimers()
  Reflect.deleteProperty(globalThis, 'EventSource')
})

describe('a page of a study that changes', () => {
  it('listens to its study', () => {
    expect(openPage().connection.address).toBe('/api/studies/s1/changes')
  })

  it('is read again once for a burst of changes', () => {
    const { done, connection } = openPage()
    for (const pause of [0, 100, 200]) {
      pass(pause)
      tell(connection)
    }
    pass(399)
    expect(done.refreshed).toBe(0)
    pass(10_000)
    expect(done.refreshed).toBe(1)
  })

  it('is read again every two seconds when the changes never pause', () => {
    const { done, connection } = openPage()
    for (let time = 0; time < 10_000; time += 300) {
      tell(connection)
      pass(300)
    }
    expect(done.refreshed).toBe(4)
  })

  it('waits for a pause again after it was read', () => {
    const { done, connection } = openPage()
    tell(connection)
    pass(5000)
    tell(connection)
    expect(done.refreshed).toBe(1)
    pass(399)
    expect(done.refreshed).toBe(1)
    pass(1)
    expect(done.refreshed).toBe(2)
  })

  it('is read again when a lost connection came back, not when it first opens', () => {
    const { done, connection } = openPage()
    connection.onopen?.()
    pass(1000)
    expect(done.refreshed).toBe(0)
    connection.onopen?.()
    pass(1000)
    expect(done.refreshed).toBe(1)
  })

  it('is not read again for what it shows nothing of', () => {
    const { done, connection } = openPage(['discussion'])
    tell(connection, 'discussion')
    pass(10_000)
    expect(done.refreshed).toBe(0)
    tell(connection, 'review')
    pass(10_000)
    expect(done.refreshed).toBe(1)
  })

  it('is not read again after it was left', () => {
    const { done, connection, unmount } = openPage()
    tell(connection)
    unmount()
    pass(10_000)
    expect(done.refreshed).toBe(0)
    expect(connection.isClosed).toBe(true)
  })
})
