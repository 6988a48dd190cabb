import type { ReportWarning } from '@/lib/agreement/report/agreement-report'
import { countText } from '@/lib/formats/agreement-report/numbers'
import { warningNames } from '@/lib/formats/agreement-report/words'
import { Notice } from '../ui/notice'
import { ReportSection } from './report-section'
import { parts, reportWords as words } from './report-words'

/** What to know before reading the figures. Many warnings of one kind are one line that opens. */
export function ReportWarnings({ warnings }: { warnings: readonly ReportWarning[] }) {
  if (warnings.length === 0) return null
  return (
    <div className="my-6">
      <Notice tone="warning" title={words.warnings}>
        <ul>
          {byKind(warnings).map(({ kind, messages }) => (
            <li key={kind}>
              <OfOneKind kind={kind} messages={messages} />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

interface WarningsOfKind {
  kind: ReportWarning['kind']
  messages: string[]
}

/** In the order in which each kind first occurs. */
function byKind(warnings: readonly ReportWarning[]): WarningsOfKind[] {
  return [...new Set(warnings.map(({ kind }) => kind))].map((kind) => ({
    kind,
    messages: warnings.filter((it) => it.kind === kind).map(({ message }) => message),
  }))
}

function OfOneKind({ kind, messages }: WarningsOfKind) {
  if (messages.length === 1) return messages[0]
  const line = `${warningNames[kind]}: ${countText(messages.length)}`
  return (
    <>
      <details className="group print:hidden">
        <summary className="min-h-11 list-none py-2 before:mr-2 before:content-['+'] group-open:before:content-['–'] sm:min-h-0 sm:py-0">
          {line}
        </summary>
        <div className="mb-2 ml-4 text-base">
          <Messages messages={messages} />
        </div>
      </details>
      <span className="hidden print:inline">{line}</span>
    </>
  )
}

function Messages({ messages }: { messages: readonly string[] }) {
  return (
    <ul>
      {messages.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  )
}

/** What paper cannot open stands in full at the end of the printed report; the others stand before the figures. */
export function PrintedWarnings({ warnings }: { warnings: readonly ReportWarning[] }) {
  const several = byKind(warnings).filter(({ messages }) => messages.length > 1)
  if (several.length === 0) return null
  return (
    <div className="hidden print:block">
      <ReportSection part={parts.warnings}>
        {several.map(({ kind, messages }) => (
          <div key={kind} className="mb-4">
            <h3 className="font-semibold">{warningNames[kind]}</h3>
            <Messages messages={messages} />
          </div>
        ))}
      </ReportSection>
    </div>
  )
}
