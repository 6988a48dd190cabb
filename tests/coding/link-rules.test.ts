import type { AnnotationValue } from '@/lib/coding/annotation'
import { type LinkEnd, linkCandidates, linkValue, linkWays, suggestedLinks } from '@/lib/coding/link-rules'
import { linkProblems } from '@/lib/coding/rules'
import { codebookTemplate } from '@/lib/coding/templates/templates'

const codebook = codebookTemplate('default')

function end(id: string, code: string, start: number, to: number): LinkEnd {
  const part = code === 'attribution' ? 'content' : 'span'
  const segments: AnnotationValue['segments'] = [{ part, start, end: to }]
  return { id, start, end: to, value: { code, segments, attributes: {}, note: '', unsure: false, touched: [] } }
}

const said = end('said', 'attribution', 0, 100)
const nested = end('nested', 'attribution', 40, 60)
const figure = end('figure', 'sourced_figure', 50, 55)
const repeated = end('repeated', 'sourced_figure', 120, 125)
const far = end('far', 'unsourced_figure', 900, 905)
const hero = end('hero', 'hero', 45, 48)
const all = [said, nested, hero, figure, repeated, far]

const names = (code: string) => linkWays(codebook, code).map(({ relation, end: side }) => `${relation.key} ${side}`)

function way(code: string, name: string) {
  const found = linkWays(codebook, code).find(({ relation, end: side }) => `${relation.key} ${side}` === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

describe('the ways to link', () => {
  it('are those the codebook allows the code, at either end', () => {
    expect(names('hero')).toEqual(['voiced_in from'])
    expect(names('attribution')).toEqual([
      ...['covered_by to', 'voiced_in to', 'nested_in from', 'nested_in to', 'contradicts from', 'contradicts to'],
    ])
    expect(names('not_codable')).toEqual([])
  })

  it('make links that the codebook accepts, whichever end was in hand', () => {
    expect(linkValue(way('hero', 'voiced_in from'), 'hero', 'said')).toEqual({
      relation: 'voiced_in',
      from: 'hero',
      to: 'said',
    })
    const backwards = linkValue(way('attribution', 'voiced_in to'), 'said', 'hero')
    expect(backwards).toEqual({ relation: 'voiced_in', from: 'hero', to: 'said' })
    expect(linkProblems(backwards, codebook, { from: 'hero', to: 'attribution' })).toEqual({})
  })
})

describe('the annotations to link to', () => {
  const ids = (name: string, own: LinkEnd, links: Parameters<typeof linkCandidates>[3] = []) =>
    linkCandidates(way(own.value.code, name), own, all, links).map(({ id }) => id)

  it('have a code of the far end, and the nearest comes first', () => {
    expect(ids('covered_by from', figure)).toEqual(['said', 'nested'])
    expect(ids('repeats from', figure)).toEqual(['repeated', 'far'])
    expect(ids('voiced_in to', said)).toEqual(['hero'])
  })

  it('are never the annotation itself, nor one that it is linked to by the relation, in either direction', () => {
    const link = { relation: 'repeats', from: 'repeated', to: 'figure' }
    expect(ids('repeats from', figure, [link])).toEqual(['far'])
    expect(ids('contradicts from', figure, [link])).toContain('repeated')
  })
})

describe('the links that the text suggests', () => {
  const suggested = (own: LinkEnd, links: Parameters<typeof suggestedLinks>[3] = []) =>
    suggestedLinks(codebook, own, all, links).map((one) => `${one.way.relation.key} ${one.other.id}`)

  it('lead to the innermost attribution around the annotation', () => {
    expect(suggested(figure)).toEqual(['covered_by nested'])
    expect(suggested(hero)).toEqual(['voiced_in nested'])
    expect(suggested(nested)).toEqual(['nested_in said'])
    expect(suggested(far)).toEqual([])
  })

  it('are no longer made once the annotation has such a link', () => {
    expect(suggested(figure, [{ relation: 'covered_by', from: 'figure', to: 'said' }])).toEqual([])
  })
})
