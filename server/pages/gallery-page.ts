import { galleryWords, type GalleryWords } from '../../widgets/text/gallery/messages.js';
import { galleryView, scriptTags, snippetView, type Choice } from '../../widgets/views/gallery-view.js';
import type { Screen } from '../../widgets/views/screen.js';
import { embedJson, html, type Html } from './html.js';
import type { PagesNeed, SessionForPage } from './page-data.js';
import { pageFrame } from './page-frame.js';

/** Where each element can be tried and its snippet copied. */
export function galleryPage(
  screen: Screen,
  sessions: readonly SessionForPage[],
  { publicUrl, docsUrl = '/widgets/custom-elements.json' }: Pick<PagesNeed, 'publicUrl' | 'docsUrl'>,
): string {
  const words = galleryWords[screen.lang];
  return pageFrame(screen, {
    title: words.title,
    description: words.lead,
    name: 'gallery',
    script: true,
    address: `${publicUrl}/widgets`,
    main: html`<section class="pitch">
        <h1>${words.title}</h1>
        <div>
          <p>${words.lead}</p>
          <p>
            <a href="${docsUrl}">${words.documentation}</a>
          </p>
        </div>
      </section>
      <section class="once" aria-labelledby="tags">
        <h2 id="tags">${words.tagsTitle}</h2>
        <p class="quiet">${words.tagsText}</p>
        ${snippetView(html, words, 'tags', words.tagsTitle, scriptTags(publicUrl))}
      </section>
      <section class="card choices" aria-labelledby="look">
        <h2 id="look">${words.lookTitle}</h2>
        ${choicesView(words, sessions)}
      </section>
      <div class="tries">${galleryView(screen, words)}</div>`,
    // The elements themselves, as a page of others loads them.
    data: html`${embedJson('page-data', { publicUrl })}
      <link rel="stylesheet" href="/widgets/kindcast.css" />
      <script type="module" src="/widgets/kindcast.js"></script>`,
  });
}

function choicesView(words: GalleryWords, sessions: readonly SessionForPage[]): Html {
  const lives = sessions.map(({ id, title }): Choice => ({ topic: `session:${id}`, title }));
  const projects = new Map(
    sessions.flatMap(({ snapshot }) =>
      snapshot.projects.map(({ projectId, title }): [string, Choice] => [
        projectId,
        { topic: `project:${projectId}`, title },
      ]),
    ),
  );
  return html`${lives.length === 0 ? html`<p class="quiet">${words.noSessions}</p>` : ''}
    <div class="options">
      <label class="option"
        ><span>${words.topic}</span
        ><select name="topic">
          ${group(words.sessions, lives)} ${group(words.projects, [...projects.values()])}
          <optgroup label="${words.shops}" hidden></optgroup></select
      ></label>
      <label class="option"
        ><span>${words.ownTopic}</span
        ><input
          name="own-topic"
          autocomplete="off"
          spellcheck="false"
          maxlength="80"
          placeholder="${words.ownTopicHint}"
      /></label>
      <label class="option"
        ><span>${words.language}</span
        ><select name="lang">
          <option value="">${words.asPage}</option>
          <option value="zh-CN" lang="zh-CN">中文</option>
          <option value="en" lang="en">English</option>
        </select></label
      >
      <label class="option"
        ><span>${words.theme}</span
        ><select name="theme">
          ${(['auto', 'light', 'dark'] as const).map((name) => html`<option value="${name}">${words.themes[name]}</option>`)}
        </select></label
      >
      <label class="option"><span>${words.accent}</span><input name="accent" type="color" value="#bd3a20" /></label>
    </div>`;
}

function group(label: string, choices: readonly Choice[]): Html {
  if (choices.length === 0) return html``;
  return html`<optgroup label="${label}">
    ${choices.map(({ topic, title }) => html`<option value="${topic}">${title}</option>`)}
  </optgroup>`;
}
