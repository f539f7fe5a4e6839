export const watchesMax = 300
export const notificationsPerPage = 30
/** One digest names so many changes; the list on the site has them all. */
export const digestMax = 40
/** Of the first change, so that a mail can be read at a glance. */
export const excerptMax = 400
