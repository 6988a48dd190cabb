import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { tableApa } from '@/lib/formats/agreement-report/apa'
import type { CodedText } from '@/lib/formats/agreement-report/coded-text'
import { agreementHtml } from '@/lib/formats/agreement-report/html'
import { tableLatex } from '@/lib/formats/agreement-report/latex'
import { methodsParagraph } from '@/lib/formats/agreement-report/methods'
import {
  type RecomputeLanguage,
  recomputeFiles,
  recomputeScript,
} from '@/lib/formats/agreement-report/recompute-script'
import type { AgreementTable } from '@/lib/formats/agreement-report/table'
import { agreementTables } from '@/lib/formats/agreement-report/tables'
import { reportFigures } from '@/lib/plots/report-figures'

/** Reads the text that the report shows as one document; only files that show it need it. */
type ReadText = () => Promise<CodedText | undefined>

/** The report as a file. */
export interface ReportFile {
  name: string
  contentType: string
  /** Its text; of a table in pieces that a stream can send one by one. */
  write(report: StudyAgreement, readText: ReadText): string | Promise<string> | Generator<string>
}

const plain = 'text/plain; charset=utf-8'

const tables = agreementTables.map(tableFile)

/** SHA-256 by the name of the file. */
type Checksums = ReadonlyMap<string, string>

const html: ReportFile = {
  name: 'agreement.html',
  contentType: 'text/html; charset=utf-8',
  write: async (report, readText) => writtenHtml(report, await readText(), await checksumsOf(tables, report, readText)),
}

const apa: ReportFile = { name: 'table_1.txt', contentType: plain, write: (report) => tableApa(report) }

const latex: ReportFile = { name: 'table_1.tex', contentType: plain, write: (report) => tableLatex(report) }

const methods: ReportFile = { name: 'methods.txt', contentType: plain, write: (report) => methodsParagraph(report) }

/** As sha256sum writes and checks them, over all files of the report: made when asked for, so that no page waits. */
const checksums: ReportFile = {
  name: 'SHA256SUMS',
  contentType: plain,
  async write(report, readText) {
    const ofTables = await checksumsOf(tables, report, readText)
    const text = await readText()
    const json: ReportFile = { name: 'agreement.json', contentType: plain, write: () => JSON.stringify(report) }
    const page: ReportFile = { ...html, write: () => writtenHtml(report, text, ofTables) }
    const scripts = (['R', 'python'] as const).map(scriptFile)
    const others = await checksumsOf([json, page, apa, latex, methods, ...scripts], report, readText)
    return [...ofTables, ...others].map(([name, sum]) => `${sum}  ${name}\n`).join('')
  },
}

/** The formats that are one file each. */
export const reportFiles = { html, apa, latex, methods, checksums }

export function tableFile({ file, write }: AgreementTable): ReportFile {
  return { name: file, contentType: 'text/csv; charset=utf-8', write }
}

export function scriptFile(language: RecomputeLanguage): ReportFile {
  return { name: recomputeFiles[language], contentType: plain, write: () => recomputeScript(language) }
}

function writtenHtml(report: StudyAgreement, text: CodedText | undefined, checksums: Checksums): string {
  return agreementHtml(report, { figures: reportFigures(report, text), checksums, text })
}

async function checksumsOf(
  files: readonly ReportFile[],
  report: StudyAgreement,
  readText: ReadText,
): Promise<Checksums> {
  const sums = new Map<string, string>()
  for (const { name, write } of files) {
    const hash = createHash('sha256')
    const text = await write(report, readText)
    for (const piece of typeof text === 'string' ? [text] : text) {
      hash.update(piece)
      // Tables can have a million cells: others are answered in between.
      await nextTurn()
    }
    sums.set(name, hash.digest('hex'))
  }
  return sums
}
