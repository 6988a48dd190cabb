import fc from 'fast-check'
import { blindingSchema, visibleMetadata } from '@/lib/coding/blinding'

const metadata = {
  ...{ outlet: 'Courier', author: 'N. Quill', published: '2031-05-01', url: 'https://courier.example' },
  ...{ licence: 'CC BY', content_note: 'describes violence' },
}

describe('the facts that coders see', () => {
  it('are all of them when nothing is hidden', () => {
    expect(visibleMetadata(metadata, blindingSchema.parse({}))).toEqual(metadata)
  })

  it('leave out the address with the outlet, since it names it', () => {
    const { outlet, url, ...rest } = metadata
    expect(visibleMetadata(metadata, blindingSchema.parse({ hideOutlet: true }))).toEqual(rest)
  })

  it('always hold the content note: it is there to warn', () => {
    const blinding = fc.record({
      ...{ hideOutlet: fc.boolean(), hideAuthor: fc.boolean(), hidePublished: fc.boolean(), hideUrl: fc.boolean() },
    })
    fc.assert(
      fc.property(blinding, (hidden) => visibleMetadata(metadata, hidden).content_note === metadata.content_note),
    )
  })
})
