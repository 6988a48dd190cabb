import { AppError } from '@/lib/errors'
import { decodeText } from '@/lib/formats/decode-text'
import { progress as words } from '../words/calculator/progress'
import { answerTask } from './answer-task'
import type { Task } from './messages'

// Runs beside the page: a large table never stops it. Nothing here sends anything anywhere.
addEventListener('message', (event: MessageEvent<Task>) => {
  void answerTask(event.data, textOf, (answer) => postMessage(answer))
})

async function textOf(file: File): Promise<string> {
  try {
    return decodeText(new Uint8Array(await file.arrayBuffer())).text
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new AppError('invalid', error instanceof AppError ? `${file.name}: ${detail}` : words.unreadable(file.name))
  }
}
