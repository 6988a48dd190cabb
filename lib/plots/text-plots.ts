import type { AgreementReport } from '../agreement/report/agreement-report'
import { type CodedText, codersIn, spanRows } from '../formats/agreement-report/coded-text'
import { type BarcodeCode, barcodePlot, heightOfCode } from './barcode'
import { first, withLeftOut } from './left-out'
import type { Drawing } from './svg'

type AboutText = Pick<AgreementReport, 'header' | 'ladder'>
type NameOf = (code: string) => string

/** With more coders than this under each code nobody can compare them. */
const mostCoders = 30

/** Where each coder marked what along one text; null where nobody marked anything. */
export function spansOfText(text: CodedText, report: AboutText, nameOf: NameOf): Drawing | null {
  const coders = codersIn(text, report)
  const codes = markedCodes(text, report, { nameOf, most: mostCoders })
  if (codes.length === 0) return null
  return withLeftOut(barcodePlot(titleOf(text), text.length, codes), first(mostCoders, coders, 'coders'))
}

/** A page of paper shows so much without being made smaller, in pixels of the wide drawing. */
const pageHeight = 860
const mostPages = 2
const mostCodersOnPaper = 6

/** The same on paper: cut between codes where it is higher than a page, and no more than can be leafed through. */
export function spansOnPaper(text: CodedText, report: AboutText, nameOf: NameOf): Drawing[] {
  const codes = markedCodes(text, report, { nameOf, most: mostCodersOnPaper })
  const coders = codersIn(text, report)
  const perPage = Math.max(1, Math.floor(pageHeight / heightOfCode(Math.min(coders.length, mostCodersOnPaper))))
  const pages = Array.from({ length: Math.min(mostPages, Math.ceil(codes.length / perPage)) }, (_, page) =>
    barcodePlot(titleOf(text), text.length, codes.slice(page * perPage, (page + 1) * perPage)),
  )
  const shown = [...first(mostCodersOnPaper, coders, 'coders'), ...first(mostPages * perPage, codes, 'codes')]
  return pages.map((page, place) => (place === pages.length - 1 ? withLeftOut(page, shown) : page))
}

function titleOf({ documentId }: CodedText): string {
  return `Where each coder marked what in ${documentId}`
}

/** The codes that somebody marked, in their order. */
function markedCodes(
  text: CodedText,
  report: AboutText,
  { nameOf, most }: { nameOf: NameOf; most: number },
): BarcodeCode[] {
  const rows = spanRows(text, report)
  const coders = codersIn(text, report).slice(0, most)
  return [...new Set(rows.map(({ code }) => code))].map((code) => ({
    label: nameOf(code),
    coders: coders.map(({ coder }) => ({
      coder,
      spans: rows.filter((row) => row.code === code && row.coder === coder),
    })),
  }))
}
