import { v7 as newId } from 'uuid'
import type { Blinding } from '@/lib/coding/blinding'
import { db } from '@/lib/db'
import { readCoding } from '@/lib/verbs/codings'
import { changeRoundSwitches, changeStudySettings, readStudySettings } from '@/lib/verbs/settings'
import { readStudy } from '@/lib/verbs/studies'
import { aStudy, type TestStudy } from '../support/builders'
import { withTestDatabase } from '../support/database'

withTestDatabase()

const shown: Blinding = { hideOutlet: false, hideAuthor: false, hidePublished: false, hideUrl: false }
const metadata = { outlet: 'Courier', author: 'N. Quill', content_note: 'describes violence' }

let study: TestStudy
beforeEach(async () => {
  study = await aStudy({ metadata })
})

const settings = (more: Partial<Parameters<typeof changeStudySettings>[1]> = {}) => ({
  ...{ studyId: study.studyId, title: 'Harbour', description: 'Who saved it.', defaultUnit: 'paragraph' as const },
  ...{ blinding: shown, ...more },
})
const view = async () => readCoding(study.actor('ana'), { codingId: await study.codingId('ana') })
const roundId = async () => {
  const first = { where: { studyId: study.studyId }, orderBy: { number: 'asc' } } as const
  return (await db().round.findFirstOrThrow(first)).id
}

describe('the settings of a study', () => {
  it('are title, description, unit and what is hidden', async () => {
    const asked = settings({ blinding: { ...shown, hideAuthor: true } })
    await changeStudySettings(study.actor('lea'), asked)
    const { studyId: _, ...wanted } = asked
    expect(await readStudySettings(study.actor('lea'), study)).toMatchObject(wanted)
    expect(await readStudy(study.actor('ana'), study)).toMatchObject({ title: 'Harbour', description: 'Who saved it.' })
  })

  it('hide facts from coders at once, and never the content note', async () => {
    await changeStudySettings(
      study.actor('lea'),
      settings({ blinding: { ...shown, hideOutlet: true, hideAuthor: true } }),
    )
    expect((await view()).document.metadata).toEqual({ content_note: metadata.content_note })
  })

  it('are noted once, however often the same is asked for', async () => {
    for (let time = 0; time < 2; time += 1) await changeStudySettings(study.actor('lea'), settings())
    expect(await db().auditEvent.count({ where: { action: 'study.settings_changed' } })).toBe(1)
  })
})

describe('the switches of a round', () => {
  const on = { prefill: true, markAll: false }

  it('are off at first, and said to its coders', async () => {
    expect((await view()).round).toEqual({ title: 'Main round', allows: { prefill: false, markAll: false } })
  })

  it('hold for every text of their round, and for no other round', async () => {
    const { id: _, number: __, ...main } = await db().round.findFirstOrThrow({ where: { studyId: study.studyId } })
    const second = { ...main, id: newId(), number: 2, title: 'Second', plan: { design: 'none' } }
    await db().round.create({ data: second })
    await changeRoundSwitches(study.actor('lea'), { studyId: study.studyId, roundId: await roundId(), ...on })
    expect((await view()).round.allows).toEqual(on)
    const { rounds } = await readStudySettings(study.actor('lea'), study)
    expect(rounds.map(({ switches }) => switches.prefill)).toEqual([true, false])
  })

  it('leave the rest of the plan as it is, and are noted once', async () => {
    for (let time = 0; time < 2; time += 1) {
      await changeRoundSwitches(study.actor('lea'), { studyId: study.studyId, roundId: await roundId(), ...on })
    }
    expect(await db().round.findFirstOrThrow()).toMatchObject({ plan: { design: 'everyone', ...on } })
    expect(await db().auditEvent.count({ where: { action: 'round.switches_changed' } })).toBe(1)
  })

  it('are those of the own study only', async () => {
    const other = await aStudy({ people: { zoe: ['lead'] } })
    const asked = { studyId: other.studyId, roundId: await roundId(), ...on }
    await expect(changeRoundSwitches(other.actor('zoe'), asked)).rejects.toMatchObject({ code: 'not_found' })
  })
})
