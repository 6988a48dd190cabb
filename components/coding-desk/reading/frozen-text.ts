import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

function refuse(_view: unknown, event: Event): boolean {
  event.preventDefault()
  return true
}

/**
 * Keeps the text as it is while the caret still moves in it: the view stays editable for the browser, so that it can be
 * read and selected by keyboard, but no transaction that changes the document passes.
 */
export const FrozenText = Extension.create({
  name: 'frozenText',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (transaction) => !transaction.docChanged,
      props: {
        handleDOMEvents: { beforeinput: refuse, paste: refuse, cut: refuse, drop: refuse, dragstart: refuse },
      },
    }),
  ],
})
