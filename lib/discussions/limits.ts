export const commentMax = 4000
export const threadTitleMax = 120
/** Comments in one thread. A thread that long has become several. */
export const commentsMax = 300
export const removalReasonMax = 300
export const reportMax = 1000
export const threadsPerPage = 20
