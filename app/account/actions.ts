'use server'

import { z } from 'zod'
import { action } from '@/lib/http/action'
import { changePassword, changePasswordInput, endAllSessions } from '@/lib/verbs/accounts'

export const change = action(changePasswordInput, changePassword)

export const endAll = action(z.object({}), endAllSessions)
