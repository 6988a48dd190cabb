/** HTML that is safe to put into HTML. */
export class Markup {
  constructor(readonly text: string) {}
}

type Insertion = string | number | Markup | readonly Markup[]

/** HTML with text put into it: what is not markup is escaped, so that nothing a person wrote can become markup. */
export function html(strings: TemplateStringsArray, ...insertions: Insertion[]): Markup {
  const parts = strings.map((string, i) => string + (i < insertions.length ? inserted(insertions[i] ?? '') : ''))
  return new Markup(parts.join(''))
}

function inserted(insertion: Insertion): string {
  if (insertion instanceof Markup) return insertion.text
  if (typeof insertion === 'object') return insertion.map(({ text }) => text).join('\n')
  return String(insertion).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Words a person wrote, whose direction does not touch the words around them. */
export function named(text: string): Markup {
  return html`<bdi>${text}</bdi>`
}
