import { nextVersion } from '@/lib/coding/codebook-version'

it('gives a draft the next minor version', () => {
  expect(nextVersion('1.4.2')).toBe('1.5.0')
  expect(nextVersion('0.9.0')).toBe('0.10.0')
})
