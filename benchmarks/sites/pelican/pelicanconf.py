SITENAME = "Encyclopedia"
SITEURL = "https://example.org"
PATH = "content"
ARTICLE_PATHS = ["musicians"]
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_DATE = (2026, 1, 1)
DEFAULT_PAGINATION = False
ARTICLE_ORDER_BY = "title"
ARTICLE_URL = "musicians/{slug}/"
ARTICLE_SAVE_AS = "musicians/{slug}/index.html"
DIRECT_TEMPLATES = ["index", "musicians"]
MUSICIANS_SAVE_AS = "musicians/index.html"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["facets"]
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
