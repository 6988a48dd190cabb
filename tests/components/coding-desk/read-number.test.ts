/** @jest-environment node */
import { readNumber } from '@/components/coding-desk/questions/read-number'

describe('a number that a coder writes', () => {
  it.each([
    ['40', 40],
    [' 3.5 ', 3.5],
    ['3,5', 3.5],
    ['-2', -2],
    ['−2', -2],
    ['.5', 0.5],
    ['0,125', 0.125],
  ])('reads %s', (text, number) => expect(readNumber(text)).toBe(number))

  it.each([
    ['1,500', 1500],
    ['3,000,000', 3_000_000],
    ['1,500.25', 1500.25],
    ['3.000.000', 3_000_000],
    ['1.500,25', 1500.25],
    ['3 000 000', 3_000_000],
    ['3’000', 3000],
  ])('takes the thousands of %s apart', (text, number) => expect(readNumber(text)).toBe(number))

  it('reads digits of other scripts', () => {
    expect(readNumber('٤٠')).toBe(40)
    expect(readNumber('١٬٥٠٠٫٥')).toBe(1500.5)
    expect(readNumber('६७')).toBe(67)
  })

  it.each(['', 'some', '4 5', '1,50,0', '1e3', 'Infinity', '12 boats'])('sees none in “%s”', (text) => {
    expect(readNumber(text)).toBeUndefined()
  })
})
