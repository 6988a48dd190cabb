import { v7 as newId } from 'uuid'
import { db } from '@/lib/db'
import { publishCodebook, readCodebook, replaceDraft } from '@/lib/verbs/codebooks'
import { readCoding } from '@/lib/verbs/codings'
import { answerQuestion, askQuestion, listQuestions } from '@/lib/verbs/questions'
import { reopenCoding } from '@/lib/verbs/revisions'
import { readStudy } from '@/lib/verbs/studies'
import { aStudy, harbourText, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()

const text = 'Is a title part of the name?'

interface Asked {
  codingId: string
  questionId: string
}

async function ask(
  study: TestStudy,
  name: string,
  more: { start?: number; end?: number; document?: number; questionId?: string; question?: string } = {},
): Promise<Asked> {
  const { start = 0, end = 15, document = 1, questionId = newId(), question = text } = more
  const codingId = await study.codingId(name, document)
  await askQuestion(study.actor(name), { codingId, questionId, start, end, question })
  return { codingId, questionId }
}

const answer = (study: TestStudy, name: string, asked: Asked, said: string, makeRule = false) =>
  answerQuestion(study.actor(name), { studyId: study.studyId, ...asked, answer: said, makeRule })

const questionsOf = async (study: TestStudy, name: string) =>
  (await readCoding(study.actor(name), { codingId: await study.codingId(name) })).questions

describe('a coder', () => {
  it('asks about a passage and finds the question in the own coding, then with its answer', async () => {
    const study = await aStudy()
    const asked = await ask(study, 'ana')
    const open = { id: asked.questionId, start: 0, end: 15, question: text, answer: null, answeredAt: null }
    expect(await questionsOf(study, 'ana')).toEqual([{ ...open, askedAt: expect.stringMatching(/Z$/) }])
    await answer(study, 'lea', asked, 'Yes, when it stands before it.')
    expect(await questionsOf(study, 'ana')).toMatchObject([
      { ...open, answer: 'Yes, when it stands before it.', answeredAt: expect.stringMatching(/Z$/) },
    ])
  })

  it('may send the same again, but not another question under its id', async () => {
    const study = await aStudy()
    const { codingId, questionId } = await ask(study, 'ana')
    const again = { codingId, questionId, start: 0, end: 15, question: text }
    expect(await askQuestion(study.actor('ana'), again)).toEqual((await questionsOf(study, 'ana'))[0])
    const other = askQuestion(study.actor('ana'), { ...again, question: 'Another?' })
    await expect(other).rejects.toMatchObject({ code: 'conflict' })
    expect(await db().auditEvent.count({ where: { action: 'question.asked' } })).toBe(1)
  })

  it('may use an id that another coder used, and does not learn that', async () => {
    const study = await aStudy()
    const { questionId } = await ask(study, 'ben', { question: 'Ben asks.' })
    await ask(study, 'ana', { questionId })
    expect(await questionsOf(study, 'ana')).toMatchObject([{ id: questionId, question: text }])
  })

  it('keeps questions and answers when the coding is reopened', async () => {
    const study = await aStudy()
    await ask(study, 'ana')
    await study.submit('ana', { nothingToCode: true })
    await reopenCoding(study.actor('ana'), { codingId: await study.codingId('ana'), reason: 'Misread.' })
    expect(await questionsOf(study, 'ana')).toMatchObject([{ question: text }])
  })

  it('asks about a text at most two hundred times', async () => {
    const study = await aStudy()
    const { codingId } = await ask(study, 'ana')
    const more = { codingId, studyId: study.studyId, start: 0, end: 5, question: text }
    await db().coderQuestion.createMany({ data: Array.from({ length: 199 }, () => ({ ...more, id: newId() })) })
    await expect(ask(study, 'ana')).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('the lead', () => {
  it('reads each question with its passage and what stands around it, counted in code points', async () => {
    const study = await aStudy()
    const at = [...harbourText].indexOf('👩')
    await ask(study, 'ana', { start: at, end: at + 3 })
    const { questions } = await listQuestions(study.actor('lea'), study)
    expect(questions).toMatchObject([
      { quote: '👩‍🚒', isCut: false, before: harbourText.split('👩‍🚒')[0], after: ' and a thief.', question: text },
    ])
    expect(questions[0]?.coder).toMatchObject({ name: 'ana' })
  })

  it('sees a long passage cut, and no more than a few words around it', async () => {
    const study = await aStudy({ texts: ['word '.repeat(1000)] })
    await ask(study, 'ana', { start: 1000, end: 4000 })
    const [asked] = (await listQuestions(study.actor('lea'), study)).questions
    expect(asked).toMatchObject({ isCut: true })
    expect([asked?.before, asked?.quote, asked?.after].map((part) => part?.length)).toEqual([161, 1000, 161])
    expect([asked?.before.at(0), asked?.after.at(-1)]).toEqual(['…', '…'])
  })

  it('has the open ones first, the oldest of them on top, and their number', async () => {
    const study = await aStudy()
    const first = await ask(study, 'ana', { question: 'First?' })
    await ask(study, 'ana', { question: 'Second?' })
    await ask(study, 'ben', { question: 'Third?' })
    const open = async () => (await readStudy(study.actor('lea'), study)).openQuestions
    expect(await open()).toBe(3)
    await answer(study, 'lea', first, 'Yes.')
    expect(await open()).toBe(2)
    const { questions } = await listQuestions(study.actor('lea'), study)
    expect(questions.map(({ question }) => question)).toEqual(['Second?', 'Third?', 'First?'])
  })

  it('may change an answer', async () => {
    const study = await aStudy()
    const asked = await ask(study, 'ana')
    await answer(study, 'lea', asked, 'Yes.')
    await answer(study, 'lea', asked, 'No.')
    expect(await questionsOf(study, 'ana')).toMatchObject([{ answer: 'No.' }])
  })

  it('of another study finds no such question', async () => {
    const [study, other] = [await aStudy(), await aStudy()]
    const asked = await ask(study, 'ana')
    await expect(answer(other, 'lea', asked, 'Yes.')).rejects.toMatchObject({ code: 'not_found' })
    expect((await listQuestions(other.actor('lea'), other)).questions).toEqual([])
  })
})

describe('an answer that is made a rule', () => {
  const rule = 'A title before a name is part of it.'
  const rulesOf = async (study: TestStudy) => (await readCodebook(study.actor('lea'), study)).draft?.rules

  it('begins a draft of the next version with its words, and says so; coders see it when it is published', async () => {
    const study = await aStudy()
    const asked = await ask(study, 'ana')
    expect(await answer(study, 'lea', asked, rule, true)).toEqual({ ruleVersion: '1.1.0' })
    const { codebook, draft } = await readCodebook(study.actor('lea'), study)
    expect(draft).toEqual({ ...codebook, version: '1.1.0', rules: [rule] })
    expect((await listQuestions(study.actor('lea'), study)).questions).toMatchObject([{ ruleVersion: '1.1.0' }])
    expect(JSON.stringify(await questionsOf(study, 'ana'))).not.toContain('1.1.0')
    await publishCodebook(study.actor('lea'), study)
    expect((await readCodebook(study.actor('ana'), study)).codebook.rules).toEqual([rule])
  })

  it('is added to the draft that there is, behind its rules, once', async () => {
    const study = await aStudy()
    const { codebook } = await readCodebook(study.actor('lea'), study)
    await replaceDraft(study.actor('lea'), {
      studyId: study.studyId,
      codebook: { ...codebook, version: '2.0.0', rules: ['Code the shortest stretch.'] },
    })
    const asked = await ask(study, 'ana')
    expect(await answer(study, 'lea', asked, rule, true)).toEqual({ ruleVersion: '2.0.0' })
    await answer(study, 'lea', asked, rule, true)
    expect(await rulesOf(study)).toEqual(['Code the shortest stretch.', rule])
  })

  it('names the published version that has it by now, not a draft that there is not', async () => {
    const study = await aStudy()
    const asked = await ask(study, 'ana')
    await answer(study, 'lea', asked, rule, true)
    await publishCodebook(study.actor('lea'), study)
    expect(await answer(study, 'lea', asked, rule, true)).toEqual({ ruleVersion: '1.1.0' })
    expect((await readCodebook(study.actor('lea'), study)).draft).toBeUndefined()
  })

  it('sent twice is noted once', async () => {
    const study = await aStudy()
    const asked = await ask(study, 'ana')
    const first = await answer(study, 'lea', asked, rule, true).then(() => questionsOf(study, 'ana'))
    await answer(study, 'lea', asked, rule, true)
    expect(await questionsOf(study, 'ana')).toEqual(first)
    expect(await db().auditEvent.count({ where: { studyId: study.studyId, action: 'question.answered' } })).toBe(1)
  })

  it('is a rule no more when it is worded anew, until that is made one too; the rule stays', async () => {
    const study = await aStudy()
    const asked = await ask(study, 'ana')
    const shown = async () => (await listQuestions(study.actor('lea'), study)).questions[0]?.ruleVersion
    await answer(study, 'lea', asked, rule, true)
    expect(await answer(study, 'lea', asked, rule)).toEqual({ ruleVersion: '1.1.0' })
    expect(await answer(study, 'lea', asked, 'Titles count.')).toEqual({ ruleVersion: null })
    expect(await shown()).toBeNull()
    expect(await rulesOf(study)).toEqual([rule])
    await answer(study, 'lea', asked, 'Titles count.', true)
    expect(await shown()).toBe('1.1.0')
    expect(await rulesOf(study)).toEqual([rule, 'Titles count.'])
  })

  it('begins a draft of the first version after the one in use that there is not yet', async () => {
    const study = await aStudy()
    const { codebook } = await readCodebook(study.actor('lea'), study)
    for (const version of ['1.1.0', '1.0.5']) {
      await replaceDraft(study.actor('lea'), { studyId: study.studyId, codebook: { ...codebook, version } })
      await publishCodebook(study.actor('lea'), study)
    }
    expect(await answer(study, 'lea', await ask(study, 'ana'), rule, true)).toEqual({ ruleVersion: '1.2.0' })
  })

  it('of several leads at once loses none', async () => {
    const study = await aStudy()
    const asked = await Promise.all(['a', 'b', 'c', 'd'].map((name) => ask(study, 'ana', { question: name })))
    await Promise.all(asked.map((one, place) => answer(study, 'lea', one, `Rule ${place}.`, true)))
    expect([...((await rulesOf(study)) ?? [])].sort()).toEqual(['Rule 0.', 'Rule 1.', 'Rule 2.', 'Rule 3.'])
  })

  it.each([
    ['the passage', `“${harbourText.slice(0, 30)}” is a hero.`],
    ['the passage over two lines', `${harbourText.slice(0, 16)}\n${harbourText.slice(16, 30)} is a hero.`],
    ['a part of it', `Whoever “${harbourText.slice(5, 26)}” is a hero.`],
  ])('never carries %s into the codebook; nothing is written then', async (_, quoting) => {
    const study = await aStudy()
    const asked = await ask(study, 'ana', { start: 0, end: 30 })
    const refused = { code: 'invalid', fields: { answer: expect.any(String) } }
    await expect(answer(study, 'lea', asked, quoting, true)).rejects.toMatchObject(refused)
    expect(await rulesOf(study)).toBeUndefined()
    expect(await questionsOf(study, 'ana')).toMatchObject([{ answer: null }])
  })

  it('is refused when the codebook is full of rules, and the question stays open', async () => {
    const study = await aStudy()
    const { codebook } = await readCodebook(study.actor('lea'), study)
    const rules = Array.from({ length: 100 }, (_, place) => `Rule ${place}.`)
    await replaceDraft(study.actor('lea'), {
      studyId: study.studyId,
      codebook: { ...codebook, version: '2.0.0', rules },
    })
    const asked = await ask(study, 'ana')
    await expect(answer(study, 'lea', asked, rule, true)).rejects.toMatchObject({ code: 'conflict' })
    expect(await questionsOf(study, 'ana')).toMatchObject([{ answer: null }])
  })
})

describe('a lead who codes too', () => {
  const people: Record<string, ('lead' | 'coder')[]> = { kim: ['lead', 'coder'], ana: ['coder'] }
  const seenBy = async (study: TestStudy) => {
    const { questions, someAreHeldBack } = await listQuestions(study.actor('kim'), study)
    const { openQuestions } = await readStudy(study.actor('kim'), study)
    return { seen: questions.map(({ question }) => question), someAreHeldBack, openQuestions }
  }

  it('neither sees, counts nor answers questions about a text before submitting the own coding of it', async () => {
    const study = await aStudy({ people, texts: [harbourText, 'Another text about Ilse Tarn.'] })
    const asked = await ask(study, 'ana', { question: 'About the first?' })
    await ask(study, 'ana', { document: 2, question: 'About the second?' })
    expect(await seenBy(study)).toEqual({ seen: [], someAreHeldBack: true, openQuestions: 0 })
    await expect(answer(study, 'kim', asked, 'Yes.')).rejects.toMatchObject({ code: 'not_found' })
    await study.submit('kim', { nothingToCode: true })
    expect(await seenBy(study)).toEqual({ seen: ['About the first?'], someAreHeldBack: true, openQuestions: 1 })
    await answer(study, 'kim', asked, 'Yes.')
    await study.submit('kim', { document: 2, nothingToCode: true })
    const seen = ['About the second?', 'About the first?']
    expect(await seenBy(study)).toEqual({ seen, someAreHeldBack: false, openQuestions: 1 })
  })

  it('has them held back again while the own coding is reopened', async () => {
    const study = await aStudy({ people })
    await ask(study, 'ana')
    await study.submit('kim', { nothingToCode: true })
    expect((await seenBy(study)).seen).toEqual([text])
    await reopenCoding(study.actor('kim'), { codingId: await study.codingId('kim'), reason: 'Misread.' })
    expect(await seenBy(study)).toEqual({ seen: [], someAreHeldBack: true, openQuestions: 0 })
  })
})
