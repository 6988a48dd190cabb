import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { v7 as newId } from 'uuid'
import { Prisma } from '../../prisma/generated/client'
import { db, transaction } from '../db'
import { parseSampleStudy, type SampleCoding, type SampleStudy } from '../formats/sample-study'
import type { MemberRole } from '../policy'
import { createFirstAccount } from './accounts'
import { saveChanges } from './annotations'
import { submitCoding } from './codings'
import { importDocuments } from './documents'
import { acceptInvitation, inviteMember } from './members'
import type { Actor, Visitor } from './steps/authorize'
import { createStudy } from './studies'

/** A way to sign in to the sample study. */
export interface SampleAccount {
  email: string
  password: string
  role: MemberRole
}

const marker = 'sample-study'
const domain = 'sample.example'

async function readFolder(folder: string): Promise<Record<string, string>> {
  const names = ['study.json']
  for (const part of ['articles', 'codings']) {
    for (const name of await readdir(path.join(/* turbopackIgnore: true */ folder, part))) names.push(`${part}/${name}`)
  }
  const contents = await Promise.all(
    names.map((name) => readFile(path.join(/* turbopackIgnore: true */ folder, name), 'utf8')),
  )
  return Object.fromEntries(names.map((name, index) => [name, contents[index] ?? '']))
}

/** Takes away what a load left that was cut short: only where nobody but sample accounts exists. */
async function clearHalfLoaded(): Promise<void> {
  const state = await db().serverSetting.findUnique({ where: { key: marker } })
  const strangers = await db().user.count({ where: { NOT: { email: { endsWith: `@${domain}` } } } })
  if (state?.value !== 'loading' || strangers > 0) return
  const tables = Object.values(Prisma.ModelName).filter((model) => model !== 'ServerSetting')
  await db().$executeRawUnsafe(`TRUNCATE ${tables.map((table) => `"${table}"`).join(', ')}`)
}

async function mark(value: 'loading' | 'loaded'): Promise<void> {
  await db().serverSetting.upsert({ where: { key: marker }, create: { key: marker, value }, update: { value } })
}

function newAccount(name: string, role: MemberRole): SampleAccount & { name: string } {
  const password = randomBytes(12).toString('base64url')
  return { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@${domain}`, password, role }
}

async function join(lead: Actor, studyId: string, account: SampleAccount & { name: string }): Promise<Actor> {
  const { token } = await inviteMember(lead, { studyId, roles: [account.role], note: account.name, days: 1 })
  await acceptInvitation(null, { token, account })
  const user = await db().user.findUniqueOrThrow({ where: { email: account.email } })
  return { userId: user.id, email: user.email, name: user.name }
}

/** Codings of this person by document number. */
async function codingIds(studyId: string, actor: Actor): Promise<Map<number, string>> {
  const codings = await db().coding.findMany({
    where: { studyId, coder: { is: { userId: actor.userId } } },
    select: { id: true, document: { select: { number: true } } },
  })
  return new Map(codings.map((coding) => [coding.document.number, coding.id]))
}

async function code(actor: Actor, codingId: string, coding: SampleCoding): Promise<void> {
  const changes = coding.annotations.map((value) => {
    return { op: 'put' as const, kind: 'annotation' as const, id: newId(), mutationId: newId(), baseVersion: 0, value }
  })
  if (changes.length > 0) await saveChanges(actor, { codingId, changes })
  if (coding.state === 'submitted') await submitCoding(actor, { codingId, nothingToCode: coding.nothingToCode })
}

async function importArticles(lead: Actor, studyId: string, sample: SampleStudy): Promise<void> {
  const documents = sample.documents.map(({ title, text, language, outlet, author, published }) => {
    return { title, text, language, metadata: { outlet, author, published } }
  })
  await importDocuments(lead, { studyId, documents, dryRun: false, partial: false })
}

async function load(sample: SampleStudy, accounts: (SampleAccount & { name: string })[]): Promise<void> {
  const [leadAccount, reviewerAccount, ...coderAccounts] = accounts
  if (!leadAccount || !reviewerAccount) throw new Error('The sample study needs a lead and a reviewer.')
  const lead = await createFirstAccount(null, leadAccount)
  const { studyId } = await createStudy(lead, { title: sample.title, template: 'starter', alsoCode: false })
  await transaction((tx) => tx.study.update({ where: { id: studyId }, data: { description: sample.description } }))
  await importArticles(lead, studyId, sample)
  for (const [index, account] of coderAccounts.entries()) {
    const actor = await join(lead, studyId, account)
    const ids = await codingIds(studyId, actor)
    for (const coding of sample.codings.filter((one) => one.coder === sample.coders[index]?.key)) {
      const number = sample.documents.findIndex((document) => document.key === coding.document) + 1
      await code(actor, ids.get(number) ?? '', coding)
    }
  }
  await join(lead, studyId, reviewerAccount)
}

/**
 * Loads the sample study into an empty database: a lead, a reviewer, and coders with their codings. A load that was cut
 * short is begun anew at the next start.
 * @param keep stores the accounts before the first is made, so that no password is lost
 * @returns whether it was loaded; false when the database is not empty
 */
export async function loadSampleStudy(
  _visitor: Visitor,
  input: { folder?: string; keep: (accounts: SampleAccount[]) => Promise<void> },
): Promise<boolean> {
  await clearHalfLoaded()
  if (await db().user.findFirst({ select: { id: true } })) return false
  const sample = parseSampleStudy(await readFolder(input.folder ?? path.resolve('samples')))
  const accounts = [
    newAccount('Lead', 'lead'),
    newAccount('Reviewer', 'adjudicator'),
    ...sample.coders.map((coder) => newAccount(coder.name, 'coder')),
  ]
  await input.keep(accounts.map(({ email, password, role }) => ({ email, password, role })))
  await mark('loading')
  await load(sample, accounts)
  await mark('loaded')
  return true
}
