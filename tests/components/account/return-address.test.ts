import { returnAddress } from '@/components/account/return-address'

describe('where sign-in leads back to', () => {
  test('the page one came for', () => {
    expect(returnAddress('/studies/1/codings/2')).toBe('/studies/1/codings/2')
    expect(returnAddress('/studies/1?unit=token&q=a%09//b#row')).toBe('/studies/1?unit=token&q=a%09//b#row')
  })

  test('my studies when no page was asked for', () => {
    expect(returnAddress(undefined)).toBe('/studies')
    expect(returnAddress('')).toBe('/studies')
  })

  test.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    'studies',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/\r/elsewhere.example',
    '/\r\n\\elsewhere.example',
    '\t//elsewhere.example',
    ' //elsewhere.example',
    '/studies\\..\\',
    '/studies\u0000',
    '///elsewhere.example',
    '//:80',
  ])('never another site: %j', (next) => {
    expect(returnAddress(next)).toBe('/studies')
  })
})
