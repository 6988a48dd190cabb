import {
  type Action,
  may,
  mayEverSee,
  memberRoles,
  mustSubmitDocumentFirst,
  mustSubmitFirst,
  policy,
} from '@/lib/policy'

describe('policy', () => {
  it('gives every action to at least one role', () => {
    for (const roles of Object.values(policy)) expect(roles.length).toBeGreaterThan(0)
  })

  it('combines roles: a person may do what any of their roles may', () => {
    expect(may(['viewer'], 'codings.do')).toBe(false)
    expect(may(['viewer', 'coder'], 'codings.do')).toBe(true)
  })

  it('allows nothing without a role', () => {
    for (const action of Object.keys(policy) as Action[]) expect(may([], action)).toBe(false)
  })

  it('lets a coder alone see nothing that shows or counts others', () => {
    for (const action of [
      ...(['progress.read', 'agreement.read', 'codings.export', 'members.read'] as const),
      ...(['codings.manage', 'questions.answer'] as const),
    ]) {
      expect(may(['coder'], action)).toBe(false)
    }
  })

  it('keeps whoever codes blind until the own codings are submitted, whatever other roles they have', () => {
    for (const role of memberRoles) {
      expect(mustSubmitFirst([role, 'coder'], 'agreement.read')).toBe(true)
      expect(mustSubmitFirst([role, 'coder'], 'codebook.read')).toBe(false)
    }
    expect(mustSubmitFirst(['lead'], 'agreement.read')).toBe(false)
  })

  it('never shows others’ work to who only codes, and to every other role at some time', () => {
    expect(mayEverSee(['coder'])).toBe(false)
    for (const role of memberRoles.filter((one) => one !== 'coder')) expect(mayEverSee([role, 'coder'])).toBe(true)
  })

  it('holds back what coders ask about a document until the own coding of it is in, not about the others', () => {
    expect(mustSubmitDocumentFirst(['lead', 'coder'], 'questions.answer')).toBe(true)
    expect(mustSubmitFirst(['lead', 'coder'], 'questions.answer')).toBe(false)
    expect(mustSubmitDocumentFirst(['lead'], 'questions.answer')).toBe(false)
  })
})
