import { expect } from 'chai';
import fc from 'fast-check';
import { overlayLook } from '../../../widgets/views/overlay/overlay-look.js';
import {
  contrastOf,
  corners,
  layouts,
  readOverlayOptions,
  themes,
  usualOptions,
  writeOverlayOptions,
  type OverlayOptions,
} from '../../../widgets/views/overlay/overlay-options.js';

const read = (query: string) => readOverlayOptions(Object.fromEntries(new URLSearchParams(query)));

describe('the options in the address of an overlay', () => {
  it('are the usual ones when nothing is said', () => expect(read('')).to.deep.equal(usualOptions));

  it('are read as they are written', () =>
    expect(
      read(
        'layout=bar&corner=top-right&theme=glass&accent=FFCC00&ink=%23fff&size=150&lang=zh-CN&gifts=off&sound=on&qr=on',
      ),
    ).to.deep.equal({
      layout: 'bar',
      corner: 'top-right',
      theme: 'glass',
      accent: 'ffcc00',
      ink: 'ffffff',
      size: 150,
      lang: 'zh-CN',
      gifts: false,
      milestones: true,
      sound: true,
      qr: true,
    }));

  for (const wrong of [
    'layout=circle',
    'corner=middle',
    'theme=DARK',
    'accent=red',
    'accent=12345',
    'accent=url(x)',
    'paper=fff;background:red',
    'size=49',
    'size=201',
    'size=1e2',
    'size=99.5',
    'lang=fr',
    'gifts=false',
    'sound=1',
    'qr=',
  ])
    it(`stay as usual where they are wrong: ${wrong}`, () => expect(read(wrong)).to.deep.equal(usualOptions));

  it('do not break on what no address should hold', () =>
    expect(readOverlayOptions({ layout: ['bar', 'card'], size: { a: 1 }, accent: 5, sound: null })).to.deep.equal(
      usualOptions,
    ));

  it('stand above the chat on a phone unless told otherwise', () => {
    expect(read('layout=portrait').corner).to.equal('top-left');
    expect(read('layout=portrait&corner=bottom-left').corner).to.equal('bottom-left');
  });

  it('are written as short as can be', () => {
    expect(writeOverlayOptions(usualOptions)).to.equal('');
    expect(writeOverlayOptions({ ...usualOptions, layout: 'bar', qr: true })).to.equal('?layout=bar&qr=on');
    expect(writeOverlayOptions({ ...usualOptions, milestones: false })).to.equal('?milestones=off');
  });

  const colour = fc.option(fc.stringMatching(/^[0-9a-f]{6}$/), { nil: undefined });
  const options = fc
    .record({
      layout: fc.constantFrom(...layouts),
      corner: fc.constantFrom(...corners),
      theme: fc.constantFrom(...themes),
      accent: colour,
      ink: colour,
      paper: colour,
      size: fc.integer({ min: 50, max: 200 }),
      lang: fc.constantFrom('zh-CN', 'en', undefined),
      gifts: fc.boolean(),
      milestones: fc.boolean(),
      sound: fc.boolean(),
      qr: fc.boolean(),
    })
    .map((all) => JSON.parse(JSON.stringify(all)) as OverlayOptions);

  it('are read back as they were written, whatever they are', () =>
    fc.assert(
      fc.property(options, (each) => {
        expect(read(writeOverlayOptions(each).slice(1))).to.deep.equal(each);
      }),
    ));

  it('become nothing but digits and names in the page', () =>
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('layout', 'theme', 'accent', 'ink', 'paper', 'size'), fc.string()),
        (query) => {
          const { rules, classes } = overlayLook(readOverlayOptions(query));
          expect(rules).to.match(/^:root\{--scale:[\d.]+;--accent:#[0-9a-f]{6};--ink:[\d ]+;--ground:[\d ]+\}$/);
          expect(classes).to.match(/^layout-\w+ [\w-]+ \w+ on-(light|dark)$/);
        },
      ),
    ));

  it('know how well colours are read on each other', () => {
    expect(contrastOf('000000', 'ffffff')).to.be.closeTo(21, 0.01);
    expect(contrastOf('767676', 'ffffff')).to.be.closeTo(4.54, 0.01);
  });
});
