// Browsers that are not sent on to the clean address (old ones, inside chat apps) drop the token here.
if (location.search !== '') history.replaceState(null, '', location.pathname + location.hash)
