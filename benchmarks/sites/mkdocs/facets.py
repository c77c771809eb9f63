"""Pages for every instrument, country and venue, and an index of each; what an entry names, with links."""

import re
from collections import defaultdict

import yaml
from mkdocs.structure.files import File

FACETS = ("instruments", "countries", "venues")


def on_files(files, config):
    entries = [(file.src_uri, matter_of(file)) for file in files if file.src_uri.startswith("musicians/")]
    entries.sort(key=lambda entry: entry[1]["title"])
    links = [f"- [{fields['title']}]({uri.partition('/')[2]})" for uri, fields in entries]
    add(files, config, "musicians/index.md", "Musicians", links)
    for facet in FACETS:
        terms = defaultdict(list)
        for uri, fields in entries:
            for name in fields[facet]:
                terms[name].append(f"- [{fields['title']}](../{uri}): {fields['description']}")
        listed = [f"- [{name}]({slug_of(name)}.md) ({len(terms[name])})" for name in sorted(terms)]
        add(files, config, f"{facet}/index.md", facet.capitalize(), listed)
        for name, members in terms.items():
            add(files, config, f"{facet}/{slug_of(name)}.md", name, [f"{len(members)} musicians", "", *members])
    return files


def on_env(env, config, files):
    env.filters["slug_of"] = slug_of
    return env


def add(files, config, uri, title, lines):
    files.append(File.generated(config, uri, content="\n".join([f"# {title}", "", *lines, ""])))


def matter_of(file):
    return yaml.load(file.content_string.split("---\n")[1], yaml.CSafeLoader)


def slug_of(name):
    return re.sub("[^a-z]+", "-", name.lower())
