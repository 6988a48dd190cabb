/** @jest-environment node */
import { Listeners } from '@/components/coding-desk/outbox/listeners'

const refuse = () => {
  throw new Error('Too many updates.')
}

describe('who is told of something new', () => {
  const report = jest.fn()

  beforeEach(() => {
    jest.useFakeTimers()
    globalThis.reportError = report
  })

  afterEach(() => {
    jest.useRealTimers()
    Reflect.deleteProperty(globalThis, 'reportError')
    report.mockClear()
  })

  test('is told again after refusing, but not for ever, and no others with it', () => {
    const listeners = new Listeners()
    const [refusing, other] = [jest.fn(refuse), jest.fn()]
    listeners.add(refusing)
    listeners.add(other)
    listeners.tellNow()
    jest.advanceTimersByTime(60_000)
    expect(refusing).toHaveBeenCalledTimes(6)
    expect(other).toHaveBeenCalledTimes(1)
    expect(report.mock.calls).toEqual([[new Error('Too many updates.')]])
    expect(jest.getTimerCount()).toBe(0)
  })

  test('is told the latest as soon as it does not refuse any more', () => {
    const listeners = new Listeners()
    let now = 0
    let told = 0
    let refuses = true
    listeners.add(() => {
      if (refuses) refuse()
      told = now
    })
    for (now = 1; now < 20; now += 1) listeners.tellNow()
    refuses = false
    jest.advanceTimersByTime(60_000)
    expect(told).toBe(20)
    expect(report).not.toHaveBeenCalled()
  })

  test('is told of what is new after it was given up', () => {
    const listeners = new Listeners()
    const listener = jest.fn(refuse)
    listeners.add(listener)
    listeners.tellNow()
    jest.advanceTimersByTime(60_000)
    listener.mockReset()
    listeners.tellSoon()
    jest.advanceTimersByTime(60_000)
    expect(listener).toHaveBeenCalledTimes(1)
  })

  test('is told nothing any more when it left while it refused', () => {
    const listeners = new Listeners()
    const listener = jest.fn(refuse)
    const leave = listeners.add(listener)
    listeners.tellNow()
    leave()
    jest.advanceTimersByTime(60_000)
    expect(listener).toHaveBeenCalledTimes(1)
    expect(report).not.toHaveBeenCalled()
  })
})
