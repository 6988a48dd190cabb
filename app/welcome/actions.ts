'use server'

import { publicAction } from '@/lib/http/action'
import { createFirstAccount, newAccountInput } from '@/lib/verbs/accounts'

export const createFirst = publicAction(newAccountInput, async (input) => {
  await createFirstAccount(null, input)
})
