import { mayFollowText } from '@/components/coding-desk/may-follow-text'
import { uuid } from './coding-view'

type Telling = Parameters<typeof mayFollowText>[0]

const before: Telling = {
  ...{ highlights: [], preview: null, offer: null, dialog: null },
  ...{ article: { entries: 0 }, find: { isOpen: false }, otherPlaces: { like: null } },
}
const drawnAnew: Telling = { ...before, highlights: [] }

describe('what stands beside the text', () => {
  it('follows a frame later when the text is drawn anew', () => {
    expect(mayFollowText(drawnAnew, before)).toBe(true)
  })

  it('is drawn at once when the text stays as it is', () => {
    expect(mayFollowText({ ...before }, before)).toBe(false)
  })

  const place = { left: 0, top: 0, bottom: 0 }
  const waitsForNothing: [string, object][] = [
    ['an edge in the hand', { preview: { id: uuid(1), segments: [] } }],
    ['a stack that is offered', { offer: { ids: [uuid(1), uuid(2)], place } }],
    ['a window', { dialog: 'keys' }],
    ['the questions about the article', { article: { entries: 1 } }],
    ['the bar that finds words', { find: { isOpen: true } }],
    ['the bar that proposes other places', { otherPlaces: { like: uuid(1) } }],
  ]
  it.each(waitsForNothing)('is drawn at once for %s', (_, now) => {
    expect(mayFollowText({ ...drawnAnew, ...now }, before)).toBe(false)
  })
})
