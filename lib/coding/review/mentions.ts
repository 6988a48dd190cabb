/**
 * Mentions in a comment: written as "@" and a name, kept as "@{id}", since how a person is called depends on who reads, or
 * as "@{coder id}" of who was mentioned by a letter.
 */

interface Mentionable {
  id: string
  /** As the writer sees the person: a name, or the letter of a coder. */
  name: string
}

/** More people than this are not mentioned by one comment: the rest stays plain text. */
const mostMentions = 20

const goesOn = /^[\p{L}\p{N}]/u

/** The person whose name stands here, the longest name first; nobody when the word goes on after it. */
function personAt(text: string, offset: number, longestFirst: readonly Mentionable[]): Mentionable | undefined {
  return longestFirst.find(({ name }) => {
    const written = text.slice(offset, offset + name.length)
    return written.toLowerCase() === name.toLowerCase() && !goesOn.test(text.slice(offset + name.length))
  })
}

/**
 * A comment as it is kept.
 * @param text as it was written
 * @param people whom the writer may mention
 * @returns the text with ids in place of names, and each id once in the order of the text
 */
export function keptMentions(text: string, people: readonly Mentionable[]): { text: string; ids: string[] } {
  const longestFirst = [...people].sort((one, other) => other.name.length - one.name.length)
  const ids = new Set<string>()
  let kept = ''
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const person = personAt(text, at + 1, longestFirst)
    if (!person || (ids.size >= mostMentions && !ids.has(person.id))) continue
    ids.add(person.id)
    kept += `${text.slice(from, at)}@{${person.id}}`
    from = at + 1 + person.name.length
  }
  return { text: kept + text.slice(from), ids: [...ids] }
}

/**
 * A kept comment as somebody reads it.
 * @param nameOf how this reader sees a person
 * @returns the text with names in place of ids, and the names that stand in it, each once
 */
export function shownMentions(
  kept: { text: string; ids: readonly string[] },
  nameOf: (id: string) => string,
): { text: string; mentions: string[] } {
  const ids = new Set(kept.ids)
  const mentions = new Set<string>()
  const text = kept.text.replaceAll(/@\{((?:coder )?[0-9a-f-]{36})\}/g, (written, id: string) => {
    if (!ids.has(id)) return written
    mentions.add(nameOf(id))
    return `@${nameOf(id)}`
  })
  return { text, mentions: [...mentions] }
}

/**
 * A shown comment cut at its mentions, for painting them.
 * @returns pieces in order, of which those that are mentions begin with "@"
 */
export function piecesOfComment(
  text: string,
  mentions: readonly string[],
): { start: number; words: string; isMention: boolean }[] {
  const longestFirst = mentions.map((name) => ({ id: name, name })).sort((a, b) => b.name.length - a.name.length)
  const pieces: { start: number; words: string; isMention: boolean }[] = []
  let from = 0
  const cut = (to: number, isMention: boolean) => {
    if (to > from) pieces.push({ start: from, words: text.slice(from, to), isMention })
    from = to
  }
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(at + 1, from))) {
    const person = personAt(text, at + 1, longestFirst)
    if (!person) continue
    cut(at, false)
    cut(at + 1 + person.name.length, true)
  }
  cut(text.length, false)
  return pieces
}
