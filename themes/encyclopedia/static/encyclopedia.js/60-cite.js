/* How to quote the entry. */
(function () {
  'use strict';

  const { one, all, made, button } = window.encyclopedia;

  function cite(article) {
    const canonical = one('link[rel="canonical"]');
    const address = canonical ? canonical.href : location.href.replace(/#.*/, '');
    const site = one('.site-title').textContent.trim();
    const citation = `“${one('h1', article).textContent.trim()}.” ${site}. ${address}`;
    const told = made('span', { role: 'status' });
    const copy = button('Copy a citation', () => {
      const failed = () => {
        const field = made('input', { readonly: '', 'aria-label': 'Citation', value: citation });
        copy.replaceWith(field);
        field.select();
      };
      const written = () => {
        told.textContent = `Copied: ${citation}`;
      };
      if (navigator.clipboard) navigator.clipboard.writeText(citation).then(written, failed);
      else failed();
    });
    const tools = one('.tools', article) || article.appendChild(made('p', { class: 'tools' }));
    tools.prepend(copy);
    tools.append(told);
  }

  all('article.entry, article.term').forEach(cite);
})();
