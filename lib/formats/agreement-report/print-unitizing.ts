import type { CodeUnitizing, FamilyUnitizing, UnitizingSection } from '../../agreement/report/agreement-report'
import type { Markup } from './markup'
import { type NotedText, ReasonNotes } from './notes'
import { coefficientText, countText, percentText } from './numbers'
import { printedTable } from './print-table'

/** Where spans begin and end. */
export function printedUnitizing({ families, codes }: UnitizingSection): Markup[] {
  return [familyTable(families), codeTable(codes)]
}

const file = 'irr_unitizing.csv'

function familyTable(families: readonly FamilyUnitizing[]): Markup {
  const notes = new ReasonNotes()
  const rows = families.map((family): NotedText[] => [
    { text: family.label },
    { text: countText(family.annotations) },
    { text: countText(family.united) },
    ...[family.boundaries, family.unitizing, family.coding].flatMap((figure) => [
      notes.figure(figure, coefficientText),
      notes.interval(figure.interval),
    ]),
    { text: family.coding.coverage === null ? '' : percentText(family.coding.coverage) },
    { text: countText(family.stackedDocuments) },
  ])
  const ci = '95 % CI'
  const columns = ['Family', 'Annotations', 'United', '|uα', ci, 'uα', ci, 'cuα', ci, 'Coverage %', 'Stacked']
  const note =
    'uα family of Krippendorff et al. (2016). United = annotations united with an overlapping one of the same code and coder; coverage = text that both coders marked; stacked = documents not in uα and cuα because a coder stacked codes.'
  return printedTable({ caption: 'Families', columns, firstNumber: 1, rows, note, reasons: notes.all(), file })
}

function codeTable(codes: readonly CodeUnitizing[]): Markup {
  const notes = new ReasonNotes()
  const rows = codes.map((code): NotedText[] => [
    { text: code.label },
    { text: countText(code.annotations) },
    notes.figure(code.boundaries, coefficientText),
    notes.interval(code.boundaries.interval),
    ...[code.withinFamily, code.characterAlpha, code.f1.exact, code.f1.iou50, code.f1.overlap].map((figure) =>
      notes.figure(figure, coefficientText),
    ),
    notes.figure(code.matchRate, percentText),
  ])
  const f1 = ['F1 exact', 'F1 IoU .5', 'F1 overlap']
  const columns = ['Code', 'Annotations', '|uα', '95 % CI', '(k)uα', 'Character α', ...f1, 'Match rate %']
  const note = 'F1 is the mean over pairs of coders; match rate = share of annotations with a partner by overlap.'
  return printedTable({ caption: 'Codes', columns, firstNumber: 1, rows, note, reasons: notes.all(), file })
}
