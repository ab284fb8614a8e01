// Browsers that are not sent on to the clean address (old ones, inside chat apps) drop the token here.
if (location.search !== '') history.replaceState(null, '', location.pathname + location.hash)

// Says which row and column a number stands in: of the one that was jumped to, and of one that is clicked.
const here = document.getElementById('here')

/** @param {Element | null | undefined} element */
function sayPlace(element) {
  if (here === null) return
  const cell = element?.closest('td[data-name]')
  const value = cell?.querySelector('.value')?.textContent ?? ''
  here.textContent = cell instanceof HTMLElement ? `${cell.dataset.name ?? ''}：${value}` : ''
}

function showTarget() {
  const target = document.getElementById(location.hash.slice(1))
  sayPlace(target)
  const frame = target?.closest('.scroll')
  if (!target || !frame || frame.scrollHeight <= frame.clientHeight) return
  // A table in a frame of its own: the whole frame comes into view, so that the heads over the cell can be seen.
  frame.scrollIntoView({ block: 'start' })
  const middle = frame.getBoundingClientRect().top + frame.clientHeight / 2
  frame.scrollTop += target.getBoundingClientRect().top - middle
}

addEventListener('hashchange', showTarget)
addEventListener('load', showTarget)
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null
  if (link === null) sayPlace(target instanceof Element ? target : null)
  // To where one was before: nothing changes, the browser only scrolls.
  else if (link.hash !== '' && link.hash === location.hash) setTimeout(showTarget)
})
