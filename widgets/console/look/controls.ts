// The controls that most pages need, one by one; a page that needs another imports it itself.
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '@awesome.me/webawesome/dist/components/divider/divider.js';
import '@awesome.me/webawesome/dist/components/drawer/drawer.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import '@awesome.me/webawesome/dist/components/spinner/spinner.js';
import '@awesome.me/webawesome/dist/components/switch/switch.js';
import '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import '@awesome.me/webawesome/dist/translations/en.js';
import '@awesome.me/webawesome/dist/translations/zh-cn.js';
import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';
import sheet from './icons.svg';

/**
 * All icons, ours and those inside the controls, come from one sheet of our own. A sheet that is only referred to needs no
 * fetch of `data:` addresses and no markup from text, which our policy of contents forbids.
 */
for (const library of ['default', 'system'])
  registerIconLibrary(library, {
    resolver: (name) => `${sheet}#${name}`,
    // An icon takes the room of a letter, inside other controls too; the drawing alone would take 300 px and the clicks of
    // its neighbours.
    mutator: (svg) => {
      svg?.setAttribute('viewBox', '0 0 24 24');
      svg?.setAttribute('width', '1em');
    },
    spriteSheet: true,
  });
