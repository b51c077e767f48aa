import type { Page } from 'playwright-core'

/**
 * What a person could not read on the page as it is now: text outside the window, cut off by a box that hides what runs over, or
 * running out of the box it belongs to. One line for each, with the words.
 */
export async function clippedIn(page: Page): Promise<string[]> {
  return (await page.evaluate(`(${look})()`)) as string[]
}

// Runs in the page, so it is a text: its types would be those of a browser.
const look = `() => {
  const found = []
  const wide = document.documentElement.scrollWidth - innerWidth
  if (wide > 0) found.push('the page is ' + wide + ' px too wide')
  const words = (text) => text.trim().replace(/\\s+/g, ' ').slice(0, 60)
  const isHiddenOnPurpose = (element) => element.closest('.skip, .hush, .grid legend, [hidden], option') !== null
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!node.data.trim() || isHiddenOnPurpose(parent) || /^(STYLE|SCRIPT|TEXTAREA)$/.test(parent.tagName)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue
      if (box.left < -1 || box.right > innerWidth + 1) found.push('outside the window: ' + words(node.data))
      for (let up = parent; up && up !== document.body; up = up.parentElement) {
        const style = getComputedStyle(up)
        if (style.display === 'inline' || style.display === 'contents') continue
        const own = up.getBoundingClientRect()
        const isOut = box.left < own.left - 1 || box.right > own.right + 1
        const isBelow = style.overflowY !== 'visible' && (box.bottom > own.bottom + 2 || box.top < own.top - 2)
        if (isOut || isBelow) { found.push('runs out of its ' + up.tagName + '.' + up.className + ': ' + words(node.data)); break }
      }
    }
  }
  for (const select of document.querySelectorAll('select')) {
    const shown = select.selectedOptions[0]?.textContent ?? ''
    const style = getComputedStyle(select)
    const pen = document.createElement('canvas').getContext('2d')
    pen.font = style.font
    const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    if (select.clientWidth > 0 && pen.measureText(shown).width > room) found.push('cut off in a list: ' + words(shown))
  }
  return [...new Set(found)]
}`
