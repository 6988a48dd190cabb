import fc from 'fast-check'
import { keptMentions, piecesOfComment, shownMentions } from '@/lib/coding/review/mentions'

/** "@" and a name, kept as "@{id}": how a person is called depends on who reads. */

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const people = [
  { id: id(1), name: 'Coder A' },
  { id: id(2), name: 'Lea' },
  { id: id(3), name: 'Lea Marrin' },
]
const nameOf = (sought: string) => people.find((person) => person.id === sought)?.name ?? 'somebody'

describe('what is written', () => {
  it.each([
    ['Why, @Coder A?', `Why, @{${id(1)}}?`, [id(1)]],
    ['@lea marrin and @Lea: look', `@{${id(3)}} and @{${id(2)}}: look`, [id(3), id(2)]],
    ['@Leander is nobody here, nor is ilse@Leath', '@Leander is nobody here, nor is ilse@Leath', []],
    ['@Coder A, @Coder A!', `@{${id(1)}}, @{${id(1)}}!`, [id(1)]],
    ['nothing @ all', 'nothing @ all', []],
  ])('%s', (written, text, ids) => {
    expect(keptMentions(written, people)).toEqual({ text, ids })
  })

  it('mentions at most twenty people', () => {
    const many = Array.from({ length: 30 }, (_, n) => ({ id: id(n), name: `Coder ${n}` }))
    const { ids } = keptMentions(many.map(({ name }) => `@${name}`).join(', '), many)
    expect(ids).toHaveLength(20)
  })
})

describe('what is read', () => {
  it('has the names by which the reader sees the people', () => {
    const kept = keptMentions('@Lea Marrin asks @Coder A, and @lea again.', people)
    expect(shownMentions(kept, (sought) => (sought === id(1) ? 'C01 Ana' : nameOf(sought)))).toEqual({
      text: '@Lea Marrin asks @C01 Ana, and @Lea again.',
      mentions: ['Lea Marrin', 'C01 Ana', 'Lea'],
    })
  })

  it('leaves alone what only looks like a mention', () => {
    expect(shownMentions({ text: `@{${id(1)}}`, ids: [] }, nameOf)).toEqual({ text: `@{${id(1)}}`, mentions: [] })
  })

  it('is what was written, for a reader who sees the same names', () => {
    const words = fc.array(fc.constantFrom('@Lea', '@Coder A', ' ', ', ', 'so', '@', '\n', '👩‍🚒'), { maxLength: 20 })
    fc.assert(
      fc.property(words, (list) => {
        const written = list.join('')
        expect(shownMentions(keptMentions(written, people), nameOf).text).toBe(written)
      }),
    )
  })

  it('is cut at its mentions and loses nothing', () => {
    const pieces = piecesOfComment('@Lea Marrin asks @Coder A, not @Coder B.', ['Coder A', 'Lea Marrin'])
    expect(pieces.map(({ words, isMention }) => (isMention ? `[${words}]` : words)).join('')).toBe(
      '[@Lea Marrin] asks [@Coder A], not @Coder B.',
    )
  })
})
