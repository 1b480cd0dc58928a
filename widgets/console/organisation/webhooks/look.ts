import sheet from './webhooks.css?text';

// Few people ever open these pages; their rules come with them.
const look = new CSSStyleSheet();
look.replaceSync(sheet);
document.adoptedStyleSheets.push(look);
