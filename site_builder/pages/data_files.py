"""Files of data for the site's own scripts.

Each is a script that calls `KB(path, value)`: that is all a page opened from disk may load.
"""

import msgspec

from site_builder.model.identity import OutputPath
from site_builder.pages.request import FilePage

_JSON = msgspec.json.Encoder()


def data_file(path: OutputPath, value: object) -> FilePage:
    return FilePage(path, b'KB("%s",%s)\n' % (path.encode(), _JSON.encode(value)))
