import { offeredPeople, typedMention, withMention } from '@/components/discussion/mention-offers'

const at = (text: string) => typedMention(text.replace('|', ''), text.indexOf('|'))

describe('a mention that is being typed', () => {
  it.each([
    ['Why, @Cod|', 'Cod'],
    ['@|', ''],
    ['(@lea m|arrin)', 'lea m'],
  ])('%s', (text, word) => expect(at(text)?.word).toBe(word))

  it.each(['ilse@exa|', 'Why, Coder|', '@ a|', '@Lea\nand|', '@Lea  and|', `@${'a'.repeat(70)}|`])(
    'is none: %s',
    (text) => {
      expect(at(text)).toBeNull()
    },
  )
})

describe('people', () => {
  const people = ['Lea Marrin', 'Coder A', 'Coder B', 'C01 Ana']

  it('are offered by the beginning of any word of their names, all for a bare sign', () => {
    expect(offeredPeople(people, '')).toEqual(people)
    expect(offeredPeople(people, 'mar')).toEqual(['Lea Marrin'])
    expect(offeredPeople(people, 'coder')).toEqual(['Coder A', 'Coder B'])
    expect(offeredPeople(people, 'an')).toEqual(['C01 Ana'])
  })

  it('are no longer offered when the name stands there', () => {
    expect(offeredPeople(people, 'coder a')).toEqual([])
  })

  it('are put in place of what was typed, the caret behind them', () => {
    const typed = at('Why, @cod| not?')
    expect(typed && withMention('Why, @cod not?', typed, 'Coder A')).toEqual({ text: 'Why, @Coder A not?', caret: 13 })
    const last = at('Why, @cod|')
    expect(last && withMention('Why, @cod', last, 'Coder A')).toEqual({ text: 'Why, @Coder A ', caret: 14 })
  })
})
