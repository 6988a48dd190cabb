import { documents as words } from '../words/documents'

const ending = '.jsonl'

/** A pasted text as a file of one row, so that its title needs no place in a file name. */
export function pastedFile(
  { contentNote, ...pasted }: { title: string; text: string; contentNote?: string },
  number: number,
): File {
  return new File(
    [JSON.stringify(contentNote ? { ...pasted, content_note: contentNote } : pasted)],
    `${words.pastedName(number)}${ending}`,
  )
}

/** Whether a file holds a pasted text: nobody chose that file, so its ending, size and row would only puzzle. */
export function isPasted(fileName: string): boolean {
  const number = Number(/\d+/.exec(fileName)?.[0])
  return fileName === `${words.pastedName(number)}${ending}`
}

/** The name of a file for people: "Pasted text 1" for a pasted text. */
export function shownName(fileName: string): string {
  return isPasted(fileName) ? fileName.slice(0, -ending.length) : fileName
}
