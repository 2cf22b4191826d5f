"""Reads what the exchange wrote with other people's parsers, compares it with what was wanted, and prints how many people were equal.

`write-csv` and `write-vcf` are the way back: other people's programs write, for the exchange to read."""

import csv
import json
import sys
from pathlib import Path

what, folder = sys.argv[1], Path(sys.argv[2])
wanted = json.loads((folder / "wanted.json").read_text(encoding="utf-8"))


def clean(text):
    """No format carries control characters but line ends and tabs."""
    return "".join(c for c in text if c in "\n\t" or not (ord(c) < 32 or 127 <= ord(c) < 160))


def plain(cell):
    """A spreadsheet shows no apostrophe in front of what it would have run as a formula."""
    rest = cell.lstrip("'")
    formula = rest[:1] in tuple("=+-@\t\r\n＝＋－＠")
    assert not (cell and cell[0] in "=+-@\t\r\n＝＋－＠"), f"runs as a formula: {cell!r}"
    return cell[1:] if formula and cell.startswith("'") else cell


def same(found, name, organization, telephone, card):
    assert found[0] == clean(card[name]), (found[0], clean(card[name]))
    assert found[1] == clean(card[organization]), (found[1], clean(card[organization]))
    assert found[2] == card[telephone], (found[2], card[telephone])


def table():
    with open(folder / "contacts.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    assert rows[0] == ["First Name", "Last Name", "Company Name", "Job Title", "Email", "Phone Number", "Website URL"], rows[0]
    people = sorted(rows[1:], key=lambda row: row[4])
    for row, card in zip(people, wanted, strict=True):
        first, last, company, _, email, phone, page = map(plain, row)
        assert (email, page) == (card["email"], card["page"])
        same((f"{first} {last}" if first else last, company, phone), "name", "organization", "telephone", card)
    return len(people)


def calendar():
    from icalendar import Calendar
    import vobject

    events = Calendar.from_ical((folder / "calendar.ics").read_bytes()).walk("VEVENT")
    by_page = {card["page"]: card for card in wanted}
    for event in events:
        card = by_page[str(event["URL"])]
        # icalendar 6.3 unescapes backslashes twice (November 2026): of them vobject is the judge.
        assert rough(str(event["SUMMARY"])) == rough(summary(card)), (str(event["SUMMARY"]), summary(card))
        assert str(event["DESCRIPTION"]) == f"{card['telephone']}\n{card['email']}"
        assert event["DTSTART"].dt.isoformat() == "2026-11-23T20:05:00+00:00"
    calendar = vobject.readOne((folder / "calendar.ics").read_bytes().decode("utf-8"))
    for event in calendar.vevent_list:
        card = by_page.pop(event.url.value)
        assert event.summary.value == summary(card), (event.summary.value, summary(card))
        assert event.dtstart.value.isoformat() == "2026-11-23T20:05:00+00:00"
    assert not by_page
    return len(events)


def summary(card):
    return f"Call {clean(card['name'])}, {clean(card['organization'])}"


def rough(text):
    return text.replace("\\n", "\n").replace("\\", "")


def cards():
    import vobject

    text = (folder / "cards.vcf").read_bytes().decode("utf-8")
    people = sorted(vobject.readComponents(text), key=lambda card: card.email.value)
    for found, card in zip(people, wanted, strict=True):
        assert (found.email.value, found.url.value) == (card["email"], card["page"]), (found.email.value, found.url.value, card)
        same((found.fn.value, found.org.value[0], found.tel.value), "name", "organization", "telephone", card)
    return len(people)


def write_table():
    """As another program writes it: every field that wants it in quotes, names of columns of its own."""
    with open(folder / "theirs.csv", "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["E-mail", "Full name", "Company", "Phone", "Website"])
        for card in wanted:
            rows.writerow([card["email"], clean(card["name"]), clean(card["organization"]), card["telephone"], card["page"]])
    return len(wanted)


def write_cards():
    import vobject

    with open(folder / "theirs.vcf", "w", encoding="utf-8", newline="") as file:
        for card in wanted:
            one = vobject.vCard()
            one.add("n").value = vobject.vcard.Name(family=clean(card["name"]))
            for kind, value in [("fn", clean(card["name"])), ("org", [clean(card["organization"])]), ("email", card["email"]), ("tel", card["telephone"]), ("url", card["page"])]:
                one.add(kind).value = value
            file.write(one.serialize())
    return len(wanted)


print({"write-csv": write_table, "write-vcf": write_cards, "csv": table, "ics": calendar, "vcf": cards}[what]())
