/* Notes stand beside the lines that they belong to, where there is a margin to stand in. */
(function () {
  'use strict';

  const { all, made } = window.encyclopedia;

  function sidenotes() {
    for (const reference of all('sup .footnote-ref')) {
      const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)));
      if (!note) continue;
      const text = note.cloneNode(true);
      for (const back of all('.footnote-backref', text)) back.remove();
      const aside = made('span', { class: 'sidenote', role: 'note', 'data-number': reference.textContent });
      for (const paragraph of all('p', text)) aside.append(...paragraph.childNodes, ' ');
      reference.parentNode.after(aside);
      document.documentElement.classList.add('noted');
    }
  }

  sidenotes();
})();
