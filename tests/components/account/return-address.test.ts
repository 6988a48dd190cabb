import { returnAddress } from '@/components/account/return-address'

describe('where sign-in leads back to', () => {
  test('the page one came for', () => {
    expect(returnAddress('/studies/1/codings/2')).toBe('/studies/1/codings/2')
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
  ])('never another site: %s', (next) => {
    expect(returnAddress(next)).toBe('/studies')
  })
})
