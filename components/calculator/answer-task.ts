import { AppError } from '@/lib/errors'
import type { NamedText } from '@/lib/formats/agreement-rows'
import { progress as words } from '../words/calculator/progress'
import { figuresOf } from './figures'
import { type Found, type LookedAt, lookAt, together } from './look'
import type { Answer, Task } from './messages'

interface ReadFile extends NamedText {
  file: File
}

/** An answer but for the id of its task. */
type Said<Message> = Message extends Answer ? Omit<Message, 'id'> : never

/**
 * Does one task: looks at the tables, says what it found, computes the figures.
 * @param read the text of a file; an AppError says why it has none
 */
export async function answerTask(
  { id, files, before, choices }: Task,
  read: (file: File) => Promise<string>,
  post: (answer: Answer) => void,
): Promise<void> {
  const say = (said: Said<Answer>) => post({ ...said, id } as Answer)
  const looked = async (file: File): Promise<LookedAt<ReadFile>> =>
    lookAt({ file, name: file.name, text: await read(file) })
  try {
    const tables = together(await Promise.all(files.map(looked)), await Promise.all(before.map(looked)))
    const found: Found = Object.fromEntries(tables.map((one) => [one.kind, one.found]))
    say({ kind: 'found', found, files: tables.map(({ table }) => table.file) })
    const figures = figuresOf(tables, found, choices)
    if (figures) say({ kind: 'figures', figures })
  } catch (error) {
    say({ kind: 'problem', message: problemOf(error) })
  }
}

/** Faults of the input say themselves what to do; anything else is ours. */
function problemOf(error: unknown): string {
  if (error instanceof AppError || error instanceof RangeError) return error.message
  return words.unexpected(error instanceof Error ? error.message : String(error))
}
