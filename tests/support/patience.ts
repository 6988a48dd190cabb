import { configure } from '@testing-library/react'

// Only what never comes fails: how long a busy machine takes for it, no test asserts.
configure({ asyncUtilTimeout: 20_000 })
