import type { Page } from '@playwright/test'

export const WIDE = { width: 1280, height: 800 }
export const NARROW = { width: 320, height: 640 }

/** What makes the page wider than the window, if anything does. */
export function sideways(page: Page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map(
        (element) =>
          `${element.tagName}.${element.className} ${Math.round(element.getBoundingClientRect().right)}px`,
      )
  })
}
