/* The contents follow the reader. */
(function () {
  'use strict';

  const { all } = window.encyclopedia;

  function follow(contents) {
    const links = new Map();
    for (const link of all('a', contents)) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    // A heading is seen from when it enters the upper third of the window, and for all that comes after.
    const seen = new Set();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) seen[isIntersecting ? 'add' : 'delete'](target);
        let current;
        for (const [heading, link] of links) {
          link.removeAttribute('aria-current');
          if (seen.has(heading)) current = link;
        }
        if (current) current.setAttribute('aria-current', 'location');
      },
      { rootMargin: '9999999px 0px -66% 0px' },
    );
    for (const heading of links.keys()) observer.observe(heading);
  }

  all('.toc').forEach(follow);
})();
