// On a phone the list of pages is wider than the screen: the one that is open comes into view.
document.querySelector('.pages [aria-current="page"]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
