import { answerTask } from '@/components/calculator/answer-task'
import type { Connect } from '@/components/calculator/start-worker'

/** Reads a file as the worker does; this environment's files cannot be read in another way. */
function textOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsText(file)
  })
}

/** Does the worker's tasks in the page: here there are no workers. */
export const inline: Connect = (answered) => {
  let ended = false
  return {
    send: (task) => void answerTask(task, textOf, (answer) => !ended && answered(answer)),
    end: () => {
      ended = true
    },
  }
}

/** Takes tasks and never answers, as a very long computation; says how often it was started and ended. */
export function neverAnswering() {
  const log: string[] = []
  const connect: Connect = () => {
    log.push('start')
    return { send: () => log.push('send'), end: () => log.push('end') }
  }
  return { connect, log }
}
