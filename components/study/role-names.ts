import type { MemberRole } from '@/lib/policy'
import { members } from '../words/members'

/** "Lead, coder": the roles of one person, for reading. */
export function roleNames(roles: readonly MemberRole[]): string {
  const names = roles.map((role) => members.role[role]).join(', ')
  return names.charAt(0) + names.slice(1).toLowerCase()
}
