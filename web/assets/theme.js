// Before the first paint, so that the page never flashes in the other colours.
// Dark, light, or as the system says where nothing was chosen.
try {
  const chosen = localStorage.getItem('figured-theme');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is forbidden here: as the system says.
}
