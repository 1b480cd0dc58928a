import sheet from './merchant.css?text';

// Only these pages need it, so it comes with them and not with the console's own sheet.
const look = new CSSStyleSheet();
look.replaceSync(sheet);
document.adoptedStyleSheets.push(look);
