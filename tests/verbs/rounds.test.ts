import { db } from '@/lib/db'
import { readCoding } from '@/lib/verbs/codings'
import { releaseRound, showCoderNames } from '@/lib/verbs/rounds'
import { readStudySettings } from '@/lib/verbs/settings'
import { aStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'
import { roundIdOf } from '../support/discussed-study'

withTestDatabase()

async function aRound() {
  const study = await aStudy({ people: { lea: ['lead'], kim: ['lead', 'coder'], ana: ['coder'] } })
  const round = { studyId: study.studyId, roundId: await roundIdOf(study) }
  return {
    study,
    round,
    settings: async () => (await readStudySettings(study.actor('lea'), study)).rounds[0],
  }
}

describe('a round', () => {
  it('is closed to its coders until the lead opens it, and keeps since when', async () => {
    const { study, round, settings } = await aRound()
    expect(await settings()).toMatchObject({ releasedAt: null })
    const { releasedAt } = await releaseRound(study.actor('lea'), { ...round, released: true })
    expect(releasedAt).toMatch(/Z$/)
    expect(await releaseRound(study.actor('lea'), { ...round, released: true })).toEqual({ releasedAt })
    expect(await settings()).toMatchObject({ releasedAt })
    expect(await db().auditEvent.count({ where: { action: 'round.released' } })).toBe(1)
  })

  it('says who has texts left, but to no lead who codes and has texts left too', async () => {
    const { study, settings } = await aRound()
    const left = (name: string) => ({ name, texts: 1 })
    expect(await settings()).toMatchObject({ left: [left('kim'), left('ana')] })
    expect((await readStudySettings(study.actor('kim'), study)).rounds[0]?.left).toBeNull()
    await study.submit('kim', { nothingToCode: true })
    expect((await readStudySettings(study.actor('kim'), study)).rounds[0]?.left).toMatchObject([left('ana')])
  })

  it('can be closed again', async () => {
    const { study, round, settings } = await aRound()
    await releaseRound(study.actor('lea'), { ...round, released: true })
    for (let time = 0; time < 2; time += 1) await releaseRound(study.actor('lea'), { ...round, released: false })
    expect(await settings()).toMatchObject({ releasedAt: null })
    expect(await db().auditEvent.count({ where: { action: 'round.closed_again' } })).toBe(1)
  })

  it('is not opened by a lead who still codes', async () => {
    const { study, round } = await aRound()
    const opened = releaseRound(study.actor('kim'), { ...round, released: true })
    await expect(opened).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('of another study is not there', async () => {
    const [{ round }, { study: other }] = [await aRound(), await aRound()]
    const asked = { ...round, studyId: other.studyId }
    await expect(releaseRound(other.actor('lea'), { ...asked, released: true })).rejects.toMatchObject({
      code: 'not_found',
    })
    const shown = showCoderNames(other.actor('lea'), { ...asked, showNames: true })
    await expect(shown).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('names of coders', () => {
  it('are hidden from reviewers until the lead shows them, beside what the desk may offer', async () => {
    const { study, round, settings } = await aRound()
    expect(await settings()).toMatchObject({ showNames: false })
    for (let time = 0; time < 2; time += 1) await showCoderNames(study.actor('lea'), { ...round, showNames: true })
    expect(await settings()).toMatchObject({ showNames: true, switches: { prefill: false, markAll: false } })
    expect(await db().round.findFirstOrThrow()).toMatchObject({ plan: { design: 'everyone', showNames: true } })
    expect(await db().auditEvent.count({ where: { action: 'round.names_shown' } })).toBe(1)
  })

  it('are nothing that a coder’s desk is told of', async () => {
    const { study, round } = await aRound()
    await showCoderNames(study.actor('lea'), { ...round, showNames: true })
    const view = await readCoding(study.actor('ana'), { codingId: await study.codingId('ana') })
    expect(view.round.allows).toEqual({ prefill: false, markAll: false })
  })
})
