import type { AttributeValue } from '@/lib/coding/annotation'
import { codebookProblems, codebookSchema } from '@/lib/coding/codebook'
import { documentQuestions, missingDocumentAnswers } from '@/lib/coding/document-questions'
import { variableProblems } from '@/lib/coding/rules'
import { codebookTemplate } from '@/lib/coding/templates/templates'

const base = codebookTemplate('default')
const frame = { key: 'conflict', family: 'frame', label: 'Conflict', colour: '#335577', pattern: 'solid' }
const codebook = codebookSchema.parse({
  ...base,
  codes: [...base.codes, { ...frame, level: 'document', definition: 'Two sides disagree.' }],
})

const missing = (answers: Record<string, AttributeValue>) =>
  missingDocumentAnswers(codebook, new Map(Object.entries(answers))).map(({ key }) => key)

describe('the questions about a document', () => {
  it('are the variables that are switched on, then the codes for whole documents', () => {
    const keys = documentQuestions(codebook).map(({ key }) => key)
    expect(keys).toEqual(['genre', 'focal_entity', 'focal_role', 'focal_valence', 'conflict'])
    expect(documentQuestions(codebookTemplate('starter'))).toEqual([])
  })

  it('have answers that people can read', () => {
    const [genre] = documentQuestions(codebook)
    expect(genre?.attribute.values[0]).toEqual({ id: 'news_report', label: 'news report', definition: '' })
  })

  it('take a code for whole documents as yes or no', () => {
    expect(variableProblems({ variable: 'conflict', value: true }, codebook)).toEqual({})
    expect(Object.keys(variableProblems({ variable: 'conflict', value: 'yes' }, codebook))).toEqual(['value'])
    expect(Object.keys(variableProblems({ variable: 'hero', value: true }, codebook))).toEqual(['variable'])
  })

  it('have keys of their own, since answers are kept by key', () => {
    const twice = { ...codebook, codes: [...codebook.codes, { ...codebook.codes[0], key: 'genre', level: 'document' }] }
    expect(codebookProblems(codebookSchema.parse({ ...twice, codes: twice.codes }))).toHaveProperty('variables')
    expect(codebookProblems(codebook)).toEqual({})
  })
})

describe('missingDocumentAnswers', () => {
  it('names what is required and open, and never a code', () => {
    expect(missing({})).toEqual(['genre', 'focal_entity', 'focal_role', 'focal_valence'])
    expect(missing({ genre: 'interview', focal_entity: ' ', focal_role: 'none', focal_valence: '0' })).toEqual([
      'focal_entity',
    ])
  })
})
