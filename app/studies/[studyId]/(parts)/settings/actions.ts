'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { Actor } from '@/lib/actor'
import { action } from '@/lib/http/action'
import { releaseRound, releaseRoundInput, showCoderNames, showNamesInput } from '@/lib/verbs/rounds'
import {
  changeRoundSwitches,
  changeRoundSwitchesInput,
  changeStudySettings,
  changeStudySettingsInput,
} from '@/lib/verbs/settings'

/** A box to tick: one that is not ticked is not sent at all. */
const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

const boxes = { hideOutlet: ticked, hideAuthor: ticked, hidePublished: ticked, hideUrl: ticked }
const settingsForm = changeStudySettingsInput
  .omit({ blinding: true })
  .extend(boxes)
  .transform(({ hideOutlet, hideAuthor, hidePublished, hideUrl, ...settings }) => {
    return { ...settings, blinding: { hideOutlet, hideAuthor, hidePublished, hideUrl } }
  })

/** An action after which every page of the study shows the new state: its title stands on all of them. */
function settingsAction<Schema extends z.ZodType<{ studyId: string }>>(
  schema: Schema,
  verb: (actor: Actor, input: z.infer<Schema>) => Promise<unknown>,
) {
  return action(schema, async (actor, input) => {
    await verb(actor, input)
    revalidatePath(`/studies/${input.studyId}`, 'layout')
  })
}

export const saveSettings = settingsAction(settingsForm, changeStudySettings)

export const saveSwitches = settingsAction(
  changeRoundSwitchesInput.extend({ prefill: ticked, markAll: ticked }),
  changeRoundSwitches,
)

/** Whether it shall be so, as a form says it. */
const yesOrNo = z.enum(['true', 'false']).transform((value) => value === 'true')

export const saveRelease = settingsAction(releaseRoundInput.extend({ released: yesOrNo }), releaseRound)

export const saveShowNames = settingsAction(showNamesInput.extend({ showNames: yesOrNo }), showCoderNames)
