import { ActiveClock, awayAfter } from '@/components/coding-desk/care/active-clock'

describe('active time', () => {
  test('is the time between signs of work', () => {
    const clock = new ActiveClock()
    for (const at of [0, 5_000, 20_000, 61_500]) clock.seen(at)
    expect(clock.seconds).toBe(61)
  })

  test('leaves out a gap in which the coder was away, whole', () => {
    const clock = new ActiveClock()
    clock.seen(0)
    clock.seen(10_000)
    clock.seen(10_000 + awayAfter + 1)
    clock.seen(10_000 + awayAfter + 1 + 4_000)
    expect(clock.seconds).toBe(14)
  })

  test('stops when the page is hidden and begins anew when it is back', () => {
    const clock = new ActiveClock()
    clock.seen(0)
    clock.left(30_000)
    clock.seen(60_000)
    clock.seen(61_000)
    expect(clock.seconds).toBe(31)
  })

  test('never goes back with the clock of the machine', () => {
    const clock = new ActiveClock()
    clock.seen(10_000)
    clock.seen(5_000)
    expect(clock.seconds).toBe(0)
  })
})
