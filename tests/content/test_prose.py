from site_builder.content.prose import prose_of


def test_the_prose_is_what_stands_between_markup_and_links(read):
    document = read(body="She met [[Ann]] in *Toccata* at\n\n## Almaty\n\n`code`, and left.").value

    assert prose_of(document) == "She met \n in \n at\n, and left."


def test_an_entry_without_text_has_no_prose(read):
    assert prose_of(read(body="").value) == ""
