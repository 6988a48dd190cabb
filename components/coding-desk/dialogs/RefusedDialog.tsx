import { Button } from '@/components/ui/button'
import type { Code } from '@/lib/coding/codebook'
import { shortQuote } from '../annotations/desk-annotations'
import type { ChangesRecord, OutboxRecord, RowValue } from '../outbox/record'
import { serverTexts } from '../texts/server-texts'
import { DeskDialog } from './DeskDialog'

const { refused: texts } = serverTexts

interface RefusedDialogProps {
  codingId: string
  records: readonly OutboxRecord[]
  codes: ReadonlyMap<string, Code>
  /** The words of a stretch, code points. */
  slice(span: { start: number; end: number }): string
  onAgain(record: ChangesRecord): void
  onDiscard(record: OutboxRecord): void
  onClose(): void
}

function downloadJson(name: string, value: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** A row in words: an annotation by its code and words, a link by its relation, an answer about the document by its question. */
function subject(value: RowValue, { codes, slice }: Pick<RefusedDialogProps, 'codes' | 'slice'>): string {
  if ('relation' in value) return texts.link(value.relation)
  if ('variable' in value) return texts.variable(value.variable, String(value.value))
  const words = value.segments.map((segment) => shortQuote(slice(segment), 60)).join(' … ')
  return `${codes.get(value.code)?.label ?? value.code}: ${words}`
}

interface Line {
  id: string
  words: string
}

/** Each change in words; several may sound the same, as two links of one relation do. */
function describe(record: OutboxRecord, words: Pick<RefusedDialogProps, 'codes' | 'slice'>): Line[] {
  if (record.kind === 'submit') return [{ id: 'submit', words: texts.submit }]
  return record.changes.map((change, index) => {
    const { id, op, kind } = change
    const value = op === 'put' ? change.value : record.before[index]
    const what = value ? subject(value, words) : ''
    if (op === 'put') return { id, words: what }
    return { id, words: what ? `${texts.deleted[kind]} (${what})` : texts.deleted[kind] }
  })
}

function Refused({ record, ...props }: RefusedDialogProps & { record: OutboxRecord }) {
  return (
    <li className="grid gap-2 border-line border-t py-3">
      {describe(record, props).map(({ id, words }) => (
        <p key={id} dir="auto" className="font-semibold">
          {words}
        </p>
      ))}
      <p className="text-danger">{record.refusal?.message}</p>
      <div className="flex flex-wrap gap-2">
        {record.kind === 'changes' && <Button onClick={() => props.onAgain(record)}>{texts.again}</Button>}
        <Button kind="danger" onClick={() => props.onDiscard(record)}>
          {texts.discard}
        </Button>
      </div>
    </li>
  )
}

/** What the server will never take as it is: to read, to keep as a file, to apply again, to throw away. */
export function RefusedDialog(props: RefusedDialogProps) {
  const { records, codingId, onClose } = props
  return (
    <DeskDialog title={texts.title} onClose={onClose}>
      <p className="mb-3 text-muted">{texts.explain}</p>
      <Button onClick={() => downloadJson(`not-accepted-${codingId}.json`, records)}>{texts.download}</Button>
      <ul className="mt-3">
        {records.map((record) => (
          <Refused key={record.order} {...props} record={record} />
        ))}
      </ul>
    </DeskDialog>
  )
}
