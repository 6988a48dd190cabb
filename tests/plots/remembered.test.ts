import { remembered } from '@/lib/plots/remembered'

const drawingOf = (length: number) => ({ title: 't', description: 'd', wide: 'w'.repeat(length), narrow: '' })

/** A way to draw that notes what it drew. */
function noting(name: string, length = 10) {
  const drawn: unknown[] = []
  const draw = remembered(name, (data: unknown) => {
    drawn.push(data)
    return drawingOf(length)
  })
  return { drawn, draw }
}

describe('what was drawn', () => {
  it('is not drawn again from the same data, however they were made', () => {
    const { drawn, draw } = noting('same')
    expect(draw([{ code: 'hero', alpha: null }])).toBe(draw([{ code: 'hero', alpha: null }]))
    expect(drawn).toHaveLength(1)
  })

  it('is drawn anew from other data, and in another way from the same', () => {
    const [one, other] = [noting('one'), noting('other')]
    for (const data of [[1], [2], [1]]) one.draw(data)
    other.draw([1])
    expect(one.drawn).toEqual([[1], [2]])
    expect(other.drawn).toEqual([[1]])
  })

  it('is kept also where there was nothing to draw', () => {
    let times = 0
    const draw = remembered('nothing', () => {
      times += 1
      return null
    })
    expect([draw(1), draw(1)]).toEqual([null, null])
    expect(times).toBe(1)
  })

  it('is forgotten when there is too much, what was not looked at for longest first', () => {
    const { drawn, draw } = noting('big', 3_000_000)
    for (const data of [1, 2, 1, 3, 1, 2]) draw(data)
    expect(drawn).toEqual([1, 2, 3, 2])
  })
})
