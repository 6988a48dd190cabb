import { kindOf, lookAt, together } from '@/components/calculator/look'

const table = (name: string, text: string) => lookAt({ name, text })
const units = (name = 'units.csv') => table(name, 'doc_id,C01,C02\nD1,a,b\n')
const spans = (name = 'spans.csv') => table(name, 'doc_id,coder,code,start,end\nD1,C01,hero,0,4\n')
const lengths = (name = 'lengths.csv') => table(name, 'doc_id,length\nD1,9\n')
const names = (tables: readonly { table: { name: string } }[]) => tables.map((one) => one.table.name)

describe('the kind of a table', () => {
  it.each([
    ['units', 'C01,C02'],
    ['units', 'unit_id,doc_id,C01,C02'],
    ['units', 'unit_id,doc_id,length,text'],
    ['spans', 'doc_id,coder,code,start,end'],
    ['spans', 'coder,doc_id,code'],
    ['lengths', 'doc_id,length'],
    ['lengths', 'doc_id,language,text'],
  ])('is %s with the header %s', (kind, header) => {
    expect(kindOf(header.split(','))).toBe(kind)
  })
})

describe('what is found in a table', () => {
  it('of units counts what is missing and what can be compared', () => {
    const { found } = table('t.csv', 'unit_id,doc_id,C01,C02,C03\n1,D1,a,NA,\n2,D1,a,b,\n3,D2,b,b,b\n')
    expect(found).toEqual({
      file: 't.csv',
      units: 3,
      pairable: 2,
      coders: ['C01', 'C02', 'C03'],
      documents: 2,
      cells: 9,
      missing: 3,
      values: ['b', 'a'],
    })
  })

  it('of spans tells spans from looks that marked nothing', () => {
    const { found } = table('s.csv', 'doc_id,coder,code,start,end\nD1,C02,hero,0,4\nD1,C01,,,\nD2,C01,NA,,\n')
    expect(found).toEqual({
      file: 's.csv',
      spans: 1,
      documents: 2,
      coders: ['C01', 'C02'],
      codes: ['hero'],
      nothingMarked: 2,
    })
  })

  it('is an error with file and row when the rows are ragged', () => {
    expect(() => table('r.csv', 'C01,C02\na,b\na\n')).toThrow('r.csv, row 3: the row has 1 cells and the header 2')
  })
})

describe('tables that are chosen one after the other', () => {
  it('a table of units replaces what was there', () => {
    expect(names(together([units('new.csv')], [units('old.csv')]))).toEqual(['new.csv'])
    expect(names(together([units('new.csv')], [spans(), lengths()]))).toEqual(['new.csv'])
  })

  it('lengths complete the spans that were there', () => {
    expect(names(together([lengths()], [spans()]))).toEqual(['lengths.csv', 'spans.csv'])
  })

  it('new spans keep the lengths and replace the spans', () => {
    expect(names(together([spans('new.csv')], [spans('old.csv'), lengths()]))).toEqual(['new.csv', 'lengths.csv'])
  })

  it('spans replace a table of units', () => {
    expect(names(together([spans()], [units()]))).toEqual(['spans.csv'])
  })

  it('at once, two of a kind or units with spans are refused by name', () => {
    expect(() => together([units('a.csv'), units('b.csv')], [])).toThrow('a.csv and b.csv do not go together')
    expect(() => together([spans('a.csv'), units('b.csv')], [])).toThrow('a.csv and b.csv do not go together')
  })
})
