import { studentQuantile } from '@/lib/agreement/student-t'

describe('the quantile of Student’s t', () => {
  it.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [3, 3.1824463052837078],
    [10, 2.228138851986274],
    [29, 2.045229642132703],
    [30, 2.0422724563012378],
    [999, 1.9623414611334493],
    [100_000, 1.9599877075346095],
  ])('with %i degrees of freedom is %f at 95 %% (SciPy)', (df, expected) => {
    expect(studentQuantile(df)).toBeCloseTo(expected, 10)
  })

  it('takes other levels', () => {
    expect(studentQuantile(4, 0.99)).toBeCloseTo(4.604094871349992, 10)
    expect(studentQuantile(1, 0.5)).toBeCloseTo(1, 12)
  })

  it('refuses degrees of freedom that are no whole number', () => {
    expect(() => studentQuantile(0)).toThrow(RangeError)
    expect(() => studentQuantile(2.5)).toThrow(RangeError)
  })
})
