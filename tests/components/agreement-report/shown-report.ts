import type { AgreementReport } from '@/lib/agreement/report/agreement-report'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { exampleReport } from '../../agreement/report/studies'

/** The example report as the page gets it. */
export function shownReport(
  report: AgreementReport = exampleReport(),
  more: Partial<StudyAgreement> = {},
): StudyAgreement {
  return {
    ...report,
    study: { id: '11111111-1111-4111-8111-111111111111', title: 'Port reform in Zorbaland' },
    codebook: { title: 'Framing', version: '1.2.0' },
    ...{ softwareVersion: '0.1.0', computedAt: '2026-03-01T09:30:00.000Z', fingerprint: 'f00d' },
    filters: {},
    choices: {
      rounds: [{ number: 1, title: 'Main round', purpose: 'main', version: '1.2.0' }],
      versions: ['1.1.0', '1.2.0'],
      coders: report.header.coders,
      codes: report.ladder.map(({ code, label }) => ({ key: code, label, family: 'character' })),
      targets: ['Sela Marrin', 'Port Authority, Zorba'],
      sets: ['main'],
    },
    ...more,
  }
}
