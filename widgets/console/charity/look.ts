import sheet from './charity.css?text';

// Only the pages of charities and operators need it, so it comes with them and not with the console's own sheet.
const look = new CSSStyleSheet();
look.replaceSync(sheet);
document.adoptedStyleSheets.push(look);
