import type { z } from 'zod'
import type { VariableAgreement } from '@/lib/agreement/report/agreement-report'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { type agreementInput, readAgreement } from '@/lib/verbs/agreement'
import type { TestStudy } from './builders'

type Asked = Partial<z.infer<typeof agreementInput>>

/** The finished report, however long it takes. @throws Error with the state of a computation that ended without one */
export async function agreementOf(study: TestStudy, asked: Asked = {}, as = 'lea'): Promise<StudyAgreement> {
  const answer = await readAgreement(study.actor(as), { studyId: study.studyId, patienceMs: 60_000, ...asked })
  if (answer.state === 'done') return answer.report
  throw new Error(`The report is ${answer.state}: ${answer.computation.error ?? answer.computation.doing}`)
}

/** The row of a code's presence. */
export function rowOf(report: StudyAgreement, code: string): VariableAgreement {
  const found = report.variables.find(({ key, kind }) => key === code && kind === 'code_presence')
  if (!found) throw new Error(`There is no ${code} in the report.`)
  return found
}
