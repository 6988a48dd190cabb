import { z } from 'zod'
import type { RoundPurpose } from '../../prisma/generated/client'
import { announce } from '../changes'
import { type Blinding, blindingSchema } from '../coding/blinding'
import { reviewSwitchesSchema } from '../coding/review/review-switches'
import { type RoundSwitches, roundSwitchesSchema } from '../coding/round-switches'
import type { CoderLeft } from '../coding/texts-left'
import { type UnitLevel, unitLevels } from '../coding/unit-levels'
import { db, transaction } from '../db'
import { AppError } from '../errors'
import { audit } from './steps/audit'
import { type Actor, authorize, isBlind } from './steps/authorize'
import { lockStudy } from './steps/study-lock'
import { textsLeft } from './steps/texts-left'

export const changeStudySettingsInput = z.object({
  studyId: z.uuid(),
  title: z.string().trim().min(1, 'Give the study a title.').max(200),
  description: z.string().trim().max(5000, 'At most 5,000 characters.'),
  defaultUnit: z.enum(unitLevels),
  blinding: blindingSchema,
})
export const changeRoundSwitchesInput = roundSwitchesSchema.extend({ studyId: z.uuid(), roundId: z.uuid() })

export interface StudySettings {
  title: string
  description: string
  defaultUnit: UnitLevel
  blinding: Blinding
  rounds: {
    id: string
    number: number
    title: string
    purpose: RoundPurpose
    switches: RoundSwitches
    /** Whether reviewers see who coded what. */
    showNames: boolean
    /** ISO time since which its coders may discuss and see decisions; null while they are blind. */
    releasedAt: string | null
    /** Who has texts left to submit; null for a lead who still codes, and must not know. */
    left: CoderLeft[] | null
  }[]
}

/** What the lead can set of a study and of each of its rounds. */
export async function readStudySettings(actor: Actor, input: { studyId: string }): Promise<StudySettings> {
  const membership = await authorize(actor, input.studyId, 'study.change')
  const { studyId } = membership
  const left = (await isBlind(membership, 'progress.read')) ? null : await textsLeft(studyId)
  const { title, description, defaultUnit, blinding, rounds } = await db().study.findUniqueOrThrow({
    where: { id: studyId },
    include: { rounds: { orderBy: { number: 'asc' } } },
  })
  return {
    ...{ title, description },
    defaultUnit: z.enum(unitLevels).parse(defaultUnit),
    blinding: blindingSchema.parse(blinding),
    rounds: rounds.map(({ id, number, title: name, purpose, plan, releasedAt }) => ({
      ...{ id, number, title: name, purpose },
      switches: roundSwitchesSchema.parse(plan),
      showNames: reviewSwitchesSchema.parse(plan).showNames,
      releasedAt: releasedAt?.toISOString() ?? null,
      left: left && (left.get(id) ?? []),
    })),
  }
}

/**
 * Sets title, description, blinding and the unit that is read first. Settings that are as wanted already stay.
 * Blinding holds from now on: what a coder has seen stays seen.
 */
export async function changeStudySettings(
  actor: Actor,
  input: z.infer<typeof changeStudySettingsInput>,
): Promise<void> {
  const { studyId } = await authorize(actor, input.studyId, 'study.change')
  const { title, description, defaultUnit, blinding } = input
  await transaction(async (tx) => {
    await lockStudy(tx, studyId)
    const old = await tx.study.findUniqueOrThrow({ where: { id: studyId } })
    const before = {
      ...{ title: old.title, description: old.description, defaultUnit: old.defaultUnit },
      blinding: blindingSchema.parse(old.blinding),
    }
    const after = { title, description, defaultUnit, blinding }
    if (JSON.stringify(before) === JSON.stringify(after)) return
    await tx.study.update({ where: { id: studyId }, data: after })
    await audit(tx, { actorId: actor.userId, studyId, action: 'study.settings_changed', detail: { before, after } })
    await announce(tx, { studyId, about: 'study' })
  })
}

/**
 * Switches on or off, for all texts of a round, what the desk may offer its coders.
 * @throws AppError not_found for a round of another study
 */
export async function changeRoundSwitches(
  actor: Actor,
  input: z.infer<typeof changeRoundSwitchesInput>,
): Promise<void> {
  const { studyId } = await authorize(actor, input.studyId, 'study.change')
  const switches: RoundSwitches = { prefill: input.prefill, markAll: input.markAll }
  await transaction(async (tx) => {
    await lockStudy(tx, studyId)
    const round = await tx.round.findUnique({ where: { studyId_id: { studyId, id: input.roundId } } })
    if (!round) throw new AppError('not_found', 'This round is not in the study.')
    const before = roundSwitchesSchema.parse(round.plan)
    if (before.prefill === switches.prefill && before.markAll === switches.markAll) return
    await tx.round.update({ where: { id: round.id }, data: { plan: { ...(round.plan as object), ...switches } } })
    const detail = { roundId: round.id, before, after: switches }
    await audit(tx, { actorId: actor.userId, studyId, action: 'round.switches_changed', detail })
    await announce(tx, { studyId, about: 'study' })
  })
}
