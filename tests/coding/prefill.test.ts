import type { AnnotationValue, Segment } from '@/lib/coding/annotation'
import type { Codebook } from '@/lib/coding/codebook'
import { prefilled } from '@/lib/coding/prefill'
import { codebookTemplate } from '@/lib/coding/templates/templates'
import { sliceCodePoints } from '@/lib/text/code-points'

//            0         1         2         3         4         5
//            0123456789012345678901234567890123456789012345678901234567
const text = 'Ena Brisk claimed that “Marrin, the town says, saved us all”.'
const whole: Segment = { part: 'content', start: 18, end: 60 }
const source: Segment = { part: 'source', start: 0, end: 9 }
const inner: Segment = { part: 'content', start: 47, end: 52 }
const marrin = { start: 24, end: 30 }
const saved = { start: 47, end: 52 }
const codebook = codebookTemplate('default')

function attribution(segments: Segment[], attributes: AnnotationValue['attributes'] = {}, touched = true) {
  const value: AnnotationValue = {
    ...{ code: 'attribution', segments, attributes, note: '', unsure: false },
    touched: touched ? Object.keys(attributes) : [],
  }
  return { value }
}

function prefill(span: { start: number; end: number }, around: { value: AnnotationValue }[], of: Codebook = codebook) {
  const code = of.codes.find(({ key }) => key === 'hero')
  if (!code) throw new Error('no hero')
  return prefilled([span], around, { codebook: of, code, textOf: (at) => sliceCodePoints(text, at.start, at.end) })
}

describe('pre-filling', () => {
  it('takes voice, speaker and stance from the attribution around the span', () => {
    const answers = { directness: 'direct', cue_stance: 'distancing', source_entity: ['Ena Brisk'] }
    expect(prefill(marrin, [attribution([whole], answers)])).toEqual({
      ...{ voice: 'quoted_direct', voice_source: ['Ena Brisk'], author_stance: 'rejects' },
    })
  })

  it('takes the source’s words where the coder named no source', () => {
    const around = attribution([source, whole], { directness: 'indirect' })
    expect(prefill(marrin, [around])).toEqual({ voice: 'quoted_indirect', voice_source: ['Ena Brisk'] })
  })

  it('says nothing outside of the content: the words of the source are the author’s', () => {
    expect(prefill({ start: 4, end: 9 }, [attribution([source, whole], { directness: 'direct' })])).toEqual({})
    expect(prefill({ start: 10, end: 30 }, [attribution([source, whole], { directness: 'direct' })])).toEqual({})
    expect(prefill(marrin, [])).toEqual({})
  })

  it('takes the innermost of nested attributions', () => {
    const outer = attribution([whole], { directness: 'direct', source_entity: ['Ena Brisk'] })
    const nested = attribution([inner], { directness: 'indirect', source_entity: ['the town'] })
    const expected = { voice: 'quoted_indirect', voice_source: ['the town'] }
    expect(prefill(saved, [outer, nested])).toEqual(expected)
    expect(prefill(saved, [nested, outer])).toEqual(expected)
    expect(prefill(marrin, [nested, outer])).toMatchObject({ voice: 'quoted_direct' })
  })

  it('leaves open what two equally close attributions say differently', () => {
    const one = attribution([whole], { directness: 'direct', source_entity: ['Ena Brisk'] })
    const other = attribution([whole], { directness: 'indirect', source_entity: ['Ena Brisk'] })
    const both = prefill(marrin, [one, other])
    expect(both).toEqual({ voice: undefined, voice_source: ['Ena Brisk'] })
    expect(both).toHaveProperty('voice')
  })

  it('leaves the voice open where nobody can tell it: it is not the author’s, whatever the default is', () => {
    expect(prefill(marrin, [attribution([whole], { directness: 'mixed' })])).toHaveProperty('voice', undefined)
    expect(prefill(marrin, [attribution([whole])])).toHaveProperty('voice', undefined)
  })

  it('takes no default for an answer of the coder', () => {
    const untouched = attribution([whole], { cue_stance: 'neutral' }, false)
    expect(prefill(marrin, [untouched])).not.toHaveProperty('author_stance')
    expect(prefill(marrin, [attribution([whole], { cue_stance: 'neutral' })])).toMatchObject({
      author_stance: 'relays',
    })
    expect(prefill(marrin, [attribution([whole], { cue_stance: 'endorsing' })])).not.toHaveProperty('author_stance')
  })

  it('asks only what the code asks', () => {
    const around = attribution([source, whole], { directness: 'direct' })
    expect(Object.keys(prefill(marrin, [around], codebookTemplate('starter')))).toEqual(['voice'])
    const { voice: _voice, voice_source: _source, author_stance: _stance, ...attributes } = codebook.attributes
    expect(prefill(marrin, [around], { ...codebook, attributes })).toEqual({})
  })

  it('offers only values that the codebook has', () => {
    const { voice, ...others } = codebook.attributes
    if (!voice) throw new Error('no voice')
    const values = voice.values.filter(({ id }) => id !== 'quoted_direct')
    const without = { ...codebook, attributes: { ...others, voice: { ...voice, values } } }
    expect(prefill(marrin, [attribution([whole], { directness: 'direct' })], without)).toEqual({ voice: undefined })
  })
})
