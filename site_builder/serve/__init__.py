"""The live preview: a server on this machine that shows the site, and shows it anew at every save.

The main thread builds; a thread of its own answers requests, so that they are answered while a build runs; two more
watch the site's folder. livereload's socket protocol and script carry the word "reload" to the browser.
"""
