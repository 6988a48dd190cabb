import type { DocumentStatistics } from '../agreement/report/document-statistics'
import { ReportMemory } from '../agreement/report/report-memory'

/** Reports whose sums are kept: somebody looks at the same study in a few ways. */
const mostReports = 3

/** What composing reports left behind, by what was asked for. The report at hand comes last. */
export class ReportMemories {
  readonly #memories = new Map<string, ReportMemory>()

  /** Begins a report: its memory, new if there is none. */
  begin(report: string): ReportMemory {
    const memory = this.#memories.get(report) ?? new ReportMemory()
    this.#memories.delete(report)
    this.#memories.set(report, memory)
    for (const other of [...this.#memories.keys()].slice(0, -mostReports)) this.#memories.delete(other)
    return memory
  }

  /** Forgets other reports on a document that had to make room: their sums would hold on to it. */
  forget(document: DocumentStatistics): void {
    for (const [report, memory] of [...this.#memories].slice(0, -1)) {
      if (memory.holds(document)) this.#memories.delete(report)
    }
  }
}
