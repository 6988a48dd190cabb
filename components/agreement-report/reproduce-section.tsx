import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { recomputeFiles } from '@/lib/formats/agreement-report/recompute-script'
import { agreementTables } from '@/lib/formats/agreement-report/tables'
import { buttonLook } from '../ui/button'
import { fileAddress } from './report-files'
import { ReportSection } from './report-section'
import { notes, parts } from './report-words'

/** Everything that is needed to hold the report to account. */
export function ReproduceSection({ report }: { report: StudyAgreement }) {
  const { study, filters, header } = report
  const asked = { ...filters, unit: header.unit, seed: header.seed }
  const file = (about: Record<string, string>) => fileAddress(study.id, asked, about)
  return (
    <ReportSection part={parts.reproduce} note={notes.reproduce}>
      <p className="flex flex-wrap gap-3 print:hidden">
        <a href={file({ format: 'json' })} download="agreement.json" className={buttonLook()}>
          Report as JSON
        </a>
        <a href={file({ format: 'html' })} download className={buttonLook()}>
          Report as HTML, to print and to keep
        </a>
      </p>
      <ul className="mt-6 grid max-w-3xl gap-1">
        {agreementTables.map(({ name, file: fileName, row }) => (
          <li key={name}>
            <a
              href={file({ format: 'csv', table: name })}
              download
              className="font-mono text-base underline underline-offset-4"
            >
              {fileName}
            </a>{' '}
            <span className="text-muted">one row per {row}</span>
          </li>
        ))}
        <li>
          <a href={file({ format: 'checksums' })} download className="font-mono text-base underline underline-offset-4">
            SHA256SUMS
          </a>{' '}
          <span className="text-muted">
            the checksum of each of these files, of the report as JSON and HTML, and of the scripts below. With it in
            their folder, <code className="text-base">sha256sum --check --ignore-missing SHA256SUMS</code> says whether
            they are as they were made
          </span>
        </li>
      </ul>
      <p className="mt-6 max-w-2xl">
        Put irr_summary.csv and irr_draws.csv beside the units by coders (
        <a href={`/studies/${study.id}/exports`} className="underline underline-offset-4">
          Exports
        </a>
        ), then run one of these: each computes the presence of every code once more from the coders’ values and says
        where it differs.
      </p>
      <ul className="mt-2 grid max-w-3xl gap-1">
        {Object.entries(recomputeFiles).map(([language, fileName]) => (
          <li key={language}>
            <a
              href={file({ format: 'script', language })}
              download
              className="font-mono text-base underline underline-offset-4"
            >
              {fileName}
            </a>
          </li>
        ))}
      </ul>
    </ReportSection>
  )
}
