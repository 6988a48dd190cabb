import { nextVersion } from '@/lib/coding/codebook-version'

it('gives a draft the next minor version', () => {
  expect(nextVersion('1.4.2', ['1.4.2'])).toBe('1.5.0')
  expect(nextVersion('0.9.0', [])).toBe('0.10.0')
})

it('goes past versions that there are', () => {
  expect(nextVersion('1.4.2', ['1.5.0', '1.6.0', '2.0.0'])).toBe('1.7.0')
})
