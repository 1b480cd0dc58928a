import '@awesome.me/webawesome/dist/components/option/option.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { CharityConsoleWords } from '../../text/console/charity/messages.js';
import { timeView } from '../parts/time.js';
import { fileOf, type Evidence } from './api.js';

type PapersWords = Pick<CharityConsoleWords, 'kinds' | 'examined' | 'download' | 'remove'>;

/** Papers to look at: pictures at once, PDFs as downloads, because no page of ours opens a file of strangers. */
export function papersView(
  charityId: string,
  papers: readonly Evidence[],
  words: PapersWords,
  remove?: (paper: Evidence) => void,
): TemplateResult {
  return html`<div class="papers">
    ${papers.map((paper) => {
      const file = fileOf(charityId, paper.id);
      return html`<figure>
        ${
          paper.mediaType === 'application/pdf'
            ? nothing
            : html`<img src=${file} alt="${words.kinds[paper.kind]}: ${paper.fileName}" loading="lazy" />`
        }
        <figcaption class="stack close">
          <strong>${words.kinds[paper.kind]}</strong>
          <span>${paper.fileName}</span>
          <span class="quiet small"
            >${timeView(paper.uploadedAt)}${paper.examined ? html` · ${words.examined}` : nothing}</span
          >
        </figcaption>
        <div class="row">
          <a href=${file} download=${paper.fileName}>${words.download}</a>
          ${
            remove && !paper.examined
              ? html`<wa-button appearance="plain" @click=${() => remove(paper)}>${words.remove}</wa-button>`
              : nothing
          }
        </div>
      </figure>`;
    })}
  </div>`;
}
