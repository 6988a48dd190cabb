import type { StudyAgreement } from '@/lib/coding/agreement-request'
import { counted } from '@/lib/formats/agreement-report/numbers'
import { type WarningGroup, warningGroups, warningLine } from '@/lib/formats/agreement-report/warning-groups'
import { Notice } from '../ui/notice'
import { ReportSection } from './report-section'
import { parts, reportWords as words } from './report-words'

type Warned = Pick<StudyAgreement, 'warnings' | 'header'>

/**
 * What to know before reading the figures. What concerns all of them stands open; the rest is one line that opens, so
 * that the figures are on the first screen. On paper every line is open.
 */
export function ReportWarnings({ report }: { report: Warned }) {
  const { severe, others } = warningGroups(report)
  if (severe.length + others.length === 0) return null
  const isFolded = others.length > 1
  return (
    <div className="my-4">
      <Notice tone="warning" title={words.warnings}>
        {severe.length > 0 && <Groups groups={severe} />}
        {isFolded && (
          <Opening line={othersLine(others, severe.length > 0)}>
            <Groups groups={others} />
          </Opening>
        )}
        {others.length > 0 && (
          <div className={isFolded ? 'hidden print:block' : ''}>
            <Groups groups={others} />
          </div>
        )}
      </Notice>
    </div>
  )
}

/** "35 more warnings of 6 kinds" */
function othersLine(others: readonly WarningGroup[], isMore: boolean): string {
  const count = others.reduce((sum, { messages }) => sum + messages.length, 0)
  return `${counted(count, isMore ? 'more warning' : 'warning')} of ${counted(others.length, 'kind')}`
}

function Groups({ groups }: { groups: readonly WarningGroup[] }) {
  return (
    <ul>
      {groups.map((group) => (
        <li key={group.kind}>
          <Group group={group} />
        </li>
      ))}
    </ul>
  )
}

/** Many warnings of one kind are one line that opens. */
function Group({ group }: { group: WarningGroup }) {
  const line = warningLine(group)
  if (group.messages.length === 1) return line
  return (
    <>
      <Opening line={line}>
        <Messages messages={group.messages} />
      </Opening>
      <span className="hidden print:inline">{line}</span>
    </>
  )
}

/** Inside another one, only its own sign turns. */
function Opening({ line, children }: { line: string; children: React.ReactNode }) {
  return (
    <details className="print:hidden [&[open]>summary]:before:content-['–']">
      <summary className="min-h-11 list-none py-2 before:mr-2 before:content-['+'] sm:min-h-0 sm:py-0">{line}</summary>
      <div className="mb-2 ml-4 text-base">{children}</div>
    </details>
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
export function PrintedWarnings({ report }: { report: Warned }) {
  const { severe, others } = warningGroups(report)
  const several = [...severe, ...others].filter(({ messages }) => messages.length > 1)
  if (several.length === 0) return null
  return (
    <div className="hidden print:block">
      <ReportSection part={parts.warnings}>
        {several.map(({ kind, name, messages }) => (
          <div key={kind} className="mb-4">
            <h3 className="font-semibold">{name}</h3>
            <Messages messages={messages} />
          </div>
        ))}
      </ReportSection>
    </div>
  )
}
