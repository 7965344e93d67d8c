// What a checker of accessibility would find first, on the page as it stands. Gives a list of sentences; an empty one is good.
// Runs in the page, reads only, and calls the last argument when it is done.
const found = new Set();
const tell = (what, element) => {
  const at = element.id ? `#${element.id}` : `${element.tagName.toLowerCase()}.${String(element.className.baseVal ?? element.className).split(' ').join('.')}`;
  found.add(`${what}: ${at} ${(element.textContent || '').trim().slice(0, 40)}`);
};
const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('[inert]');
const modal = document.querySelector('dialog[open]');
const inFront = (element) => !modal || modal.contains(element);
const all = (selector) => [...document.querySelectorAll(selector)].filter((element) => seen(element) && inFront(element));
const words = (ids) => (ids || '').split(/\s+/).map((id) => document.getElementById(id)?.textContent || '').join(' ').trim();

// The page says its language and direction, and has one main part.
const root = document.documentElement;
if (!root.lang) tell('no language', root);
if (getComputedStyle(root).direction === 'rtl' ? root.dir !== 'rtl' : !['ltr', ''].includes(root.dir)) tell('no direction', root);
const mains = [...document.querySelectorAll('main')].filter(seen);
if (mains.length !== 1) tell(`${mains.length} main parts`, root);

// Every control is called something.
for (const control of all('button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button], [role=option], [role=separator], [tabindex="0"]:not(tr)')) {
  const label = control.getAttribute('aria-label') || words(control.getAttribute('aria-labelledby'));
  const inputs = ['INPUT', 'SELECT', 'TEXTAREA'].includes(control.tagName);
  const own = inputs ? [...(control.labels || [])].map((it) => it.textContent).join(' ') : control.textContent;
  const picture = [...control.querySelectorAll('img[alt]')].map((it) => it.alt).join(' ');
  if (!`${label || ''} ${own} ${picture}`.trim()) tell('a control without a name', control);
  if (Number(control.getAttribute('tabindex')) > 0) tell('an order of its own', control);
}
for (const picture of all('img')) if (!picture.hasAttribute('alt')) tell('a picture without words', picture);
for (const dialog of all('dialog[open]')) {
  if (!dialog.getAttribute('aria-label') && !words(dialog.getAttribute('aria-labelledby'))) tell('a dialog without a name', dialog);
}

// Ids are met once, and what points to one finds it.
const ids = new Map();
for (const element of document.querySelectorAll('[id]')) {
  if (ids.has(element.id)) tell('an id twice', element);
  ids.set(element.id, element);
}
for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
  for (const element of document.querySelectorAll(`[${name}]`)) {
    const lost = element.getAttribute(name).split(/\s+/).filter((id) => id && !ids.has(id));
    // What a control opens may not be there while it is closed.
    if (lost.length && seen(element) && !(name === 'aria-controls' && element.getAttribute('aria-expanded') === 'false')) {
      tell(`${name} leads nowhere (${lost})`, element);
    }
  }
}

// Headings go down one step at a time.
let last = modal ? 1 : 0;
for (const heading of all('h1, h2, h3, h4, h5, h6')) {
  const level = Number(heading.tagName[1]);
  if (level > last + 1) tell(`a heading of level ${level} after ${last}`, heading);
  last = level;
}

// Lists hold lists' parts, and tables name their columns.
for (const list of all('ul, ol')) {
  if (!list.hasAttribute('role') && [...list.children].some((it) => !['LI', 'SCRIPT', 'TEMPLATE'].includes(it.tagName))) tell('a list with something else in it', list);
}
for (const item of all('li')) if (!item.parentElement.matches('ul, ol, menu, [role=list]')) tell('an item of no list', item);
for (const table of all('table')) if (!table.querySelector('th')) tell('a table without headings', table);

// Words stand out from what is behind them: 4.5 to 1, large ones 3 to 1.
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
canvas.canvas.width = canvas.canvas.height = 1;
const mixed = new Map();
const colour = (css) => {
  if (!mixed.has(css)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    mixed.set(css, [r, g, b, a / 255]);
  }
  return mixed.get(css);
};
const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
const light = ([r, g, b]) => {
  const linear = (value) => ((value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
};
const behind = (element) => {
  const layers = [];
  for (let at = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.backgroundImage !== 'none') return null;
    const here = colour(style.backgroundColor);
    layers.push(here);
    if (here[3] > 0.99) break;
  }
  return layers.reduceRight((under, layer) => over(layer, under), [255, 255, 255, 1]);
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (!node.textContent.trim() || !seen(element) || !inFront(element) || element.closest(':disabled, option, .only-read-aloud, [aria-disabled=true]')) continue;
  const style = getComputedStyle(element);
  const ground = behind(element);
  if (!ground) continue;
  const ink = over(colour(style.color), ground);
  const [bright, dark] = [light(ink), light(ground)].sort((a, b) => b - a);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const ratio = (bright + 0.05) / (dark + 0.05);
  if (ratio < (large ? 3 : 4.5)) tell(`contrast ${ratio.toFixed(1)}`, element);
}

// A control that the keyboard is at shows it.
const focused = document.activeElement;
if (focused && focused.matches('button, a, select, [role=tab], tr') && focused.matches(':focus-visible')) {
  const style = getComputedStyle(focused);
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) tell('a focus that nobody sees', focused);
}
// Nothing makes the window itself wider.
if (root.scrollWidth > root.clientWidth + 1) tell(`wider than the window by ${root.scrollWidth - root.clientWidth}`, root);
const page = document.querySelector('main.page');
if (page && seen(page) && page.scrollWidth > page.clientWidth + 1) tell(`the page is wider than its place by ${page.scrollWidth - page.clientWidth}`, page);

arguments[arguments.length - 1]([...found]);
