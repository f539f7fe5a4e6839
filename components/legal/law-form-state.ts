import type { RegisterPreview } from '@/lib/legal/preview-register'
import type { FormState } from '@/lib/platform/form'

/** `effect`: what publishing would do. `newer`: the version that somebody else published meanwhile. */
export type LawFormState = FormState & { effect?: RegisterPreview; newer?: number }
