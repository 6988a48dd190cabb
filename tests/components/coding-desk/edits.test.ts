import { answer, create, recode, remark } from '@/components/coding-desk/annotations/edits'
import { isRequired, lacksDetails } from '@/components/coding-desk/questions/required'
import type { AnnotationValue } from '@/lib/coding/annotation'
import type { Code } from '@/lib/coding/codebook'
import { codebook, uuid, value } from './coding-view'

function codeOf(key: string): Code {
  const code = codebook.codes.find((one) => one.key === key)
  if (!code) throw new Error(key)
  return code
}

const annotation = (of: AnnotationValue) => ({ id: uuid(1), start: 0, end: 6, value: of })
const hero = value('hero', 0, 6, { attributes: { target: 'Marrin', voice: 'author' }, touched: ['target'] })

describe('edits of an annotation', () => {
  test('a new one takes the defaults of its code, and none of them counts as touched', () => {
    expect(create(codebook, codeOf('hero'), { start: 3, end: 9 })).toMatchObject({
      before: null,
      after: {
        code: 'hero',
        segments: [{ part: 'span', start: 3, end: 9 }],
        attributes: { voice: 'author' },
        touched: [],
      },
    })
  })

  test('an answer counts as touched, also when it is taken back', () => {
    expect(answer(annotation(hero), 'voice', 'quoted').after).toMatchObject({
      attributes: { target: 'Marrin', voice: 'quoted' },
      touched: ['target', 'voice'],
    })
    expect(answer(annotation(hero), 'target', undefined).after?.attributes).toEqual({ voice: 'author' })
  })

  test('another code keeps the answers it asks for too', () => {
    expect(recode(codebook, annotation(hero), codeOf('villain')).after).toEqual({ ...hero, code: 'villain' })
  })

  test('another code fills in no answer that the coder took back', () => {
    const open = value('hero', 0, 6, { touched: ['voice'] })
    expect(recode(codebook, annotation(open), codeOf('villain')).after).toEqual({ ...open, code: 'villain' })
  })

  test('another code drops the answers it does not ask for', () => {
    expect(recode(codebook, annotation(hero), codeOf('figure')).after).toMatchObject({ attributes: {}, touched: [] })
  })

  test('a note changes nothing else', () => {
    expect(remark(annotation(hero), { note: 'why' }).after).toEqual({ ...hero, note: 'why' })
  })
})

describe('what must be said', () => {
  test('a required answer without one is lacking; a default is an answer', () => {
    expect(lacksDetails(codebook, value('hero', 0, 6))).toBe(true)
    expect(lacksDetails(codebook, value('hero', 0, 6, { attributes: { target: 'Marrin' } }))).toBe(false)
  })

  test('a question with a condition is asked when the condition holds', () => {
    const speaker = codebook.attributes.speaker
    if (!speaker) throw new Error('no speaker')
    expect(isRequired(codebook, codeOf('hero'), speaker, { voice: 'quoted' })).toBe(true)
    expect(isRequired(codebook, codeOf('hero'), speaker, { voice: 'author' })).toBe(false)
    expect(isRequired(codebook, codeOf('hero'), speaker, {})).toBe(false)
  })
})
