/** Roles x actions, and who is blind to what: the only place where the code asks who somebody is. */

export const memberRoles = ['lead', 'coder', 'adjudicator', 'viewer'] as const
export type MemberRole = (typeof memberRoles)[number]

/**
 * For every action inside a study, the roles that may take it. A person may do what any of their roles may.
 * Actions outside a study (sign in, create a study, accept an invitation) need no role.
 */
export const policy = {
  'study.read': ['lead', 'coder', 'adjudicator', 'viewer'],
  'study.change': ['lead'],
  'progress.read': ['lead', 'adjudicator', 'viewer'],
  'members.read': ['lead'],
  'members.change': ['lead'],
  'documents.read': ['lead', 'adjudicator', 'viewer'],
  'documents.import': ['lead'],
  'codebook.read': ['lead', 'coder', 'adjudicator', 'viewer'],
  'codebook.change': ['lead'],
  'entities.change': ['lead'],
  'words.read': ['lead'],
  'codings.do': ['coder'],
  'codings.reopen': ['lead', 'coder'],
  'codings.manage': ['lead'],
  'questions.answer': ['lead'],
  'agreement.read': ['lead', 'adjudicator', 'viewer'],
  'codings.export': ['lead', 'adjudicator', 'viewer'],
  'review.read': ['lead', 'adjudicator', 'viewer'],
  'review.decide': ['lead', 'adjudicator'],
  'review.manage': ['lead'],
  'discussion.read': ['lead', 'coder', 'adjudicator', 'viewer'],
  'discussion.take': ['lead', 'coder', 'adjudicator'],
  'stance.take': ['coder'],
  'outcome.read': ['coder'],
} as const satisfies Record<string, readonly MemberRole[]>

export type Action = keyof typeof policy

/** Whether somebody with these roles may take the action. */
export function may(roles: readonly MemberRole[], action: Action): boolean {
  const allowed: readonly MemberRole[] = policy[action]
  return roles.some((role) => allowed.includes(role))
}

const revealing: ReadonlySet<Action> = new Set([
  ...(['progress.read', 'words.read', 'agreement.read', 'codings.export', 'codings.manage'] as const),
  ...(['review.read', 'review.decide', 'review.manage'] as const),
])

/** What shows another coder's work on one document at a time, and tells nothing of the other documents. */
const revealingOneDocument: ReadonlySet<Action> = new Set(['questions.answer'])

/**
 * Whether somebody with these roles is ever shown other coders' work of documents that they could still code, be it of one
 * document or of the whole study. What discussions and outcomes show, they show of documents whose codings are all in.
 */
export function mayEverSee(roles: readonly MemberRole[]): boolean {
  return [...revealing, ...revealingOneDocument].some((action) => may(roles, action))
}

/**
 * Whether somebody with these roles must have submitted all their own codings before taking the action: whoever codes
 * in a study, also as its lead, sees and counts nothing of the other coders until then.
 */
export function mustSubmitFirst(roles: readonly MemberRole[], action: Action): boolean {
  return roles.includes('coder') && revealing.has(action)
}

/**
 * Whether somebody with these roles is shown nothing about the documents that they have still to submit themselves,
 * though about all others.
 */
export function mustSubmitDocumentFirst(roles: readonly MemberRole[], action: Action): boolean {
  return roles.includes('coder') && revealingOneDocument.has(action)
}
