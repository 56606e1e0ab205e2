"""Files as people leave them: each with one oddity, and what has to be read from it."""

from datetime import date

from tables.corpus import Case

_LONG = "x" * 5_000_000
_WIDE = [f"trait {n}" for n in range(300)]


def _d(text: str) -> date:
    return date.fromisoformat(text)


ODD = [
    Case(
        "line ends within quotes",
        b'name,note,orders\nAlder,"two\nlines",3\nBrook,"one",4\n',
        {"name": ["Alder", "Brook"], "note": ["two\nlines", "one"], "orders": [3.0, 4.0]},
    ),
    Case(
        "quotes that nobody doubled",
        b'name,note,orders\nAlder,"a "good" one",3\nBrook,"9" plates, two",4\n',
        {
            "name": ["Alder", "Brook"],
            "note": ['a "good" one', '9" plates, two'],
            "orders": [3.0, 4.0],
        },
    ),
    Case(
        "titles above",
        b"Customer report\n\nname,orders\nAlder,3\nBrook,4\n",
        {"name": ["Alder", "Brook"], "orders": [3.0, 4.0]},
    ),
    Case(
        "two rows of headings",
        b"name,orders,spend\n,number,EUR\nAlder,3,1.50\nBrook,4,2.25\n",
        {"name": ["Alder", "Brook"], "orders number": [3.0, 4.0], "spend EUR": [1.5, 2.25]},
    ),
    Case(
        "merged titles above the headings",
        b"Customer,,Last year,\nname,city,orders,spend\nAlder,Leeds,3,1.50\nBrook,York,4,2.25\n",
        {
            "name": ["Alder", "Brook"],
            "city": ["Leeds", "York"],
            "orders": [3.0, 4.0],
            "spend": [1.5, 2.25],
        },
    ),
    Case(
        "remarks below",
        b"name,orders,spend\nAlder,3,1.5\nBrook,4,2.5\n\n* without VAT\nPrinted: 3 May 2024\n",
        {"name": ["Alder", "Brook"], "orders": [3.0, 4.0], "spend": [1.5, 2.5]},
        rows_out=(5, 6),
    ),
    Case(
        "two columns of one name",
        b"name,orders,orders\nAlder,3,30\nBrook,4,40\n",
        {"name": ["Alder", "Brook"], "orders": [3.0, 4.0], "orders (2)": [30.0, 40.0]},
    ),
    Case(
        "a column without a heading",
        b"name,,orders\nAlder,red,3\nBrook,blue,4\n",
        {"name": ["Alder", "Brook"], "Column 2": ["red", "blue"], "orders": [3.0, 4.0]},
    ),
    Case("one column", b"name\nAlder, Dr.\nBrook\n", {"name": ["Alder, Dr.", "Brook"]}),
    Case(
        "300 columns",
        f"{','.join(['name', *_WIDE])}\nAlder{',1' * 300}\nBrook{',2' * 300}\n".encode(),
        {"name": ["Alder", "Brook"]} | {each: [1.0, 2.0] for each in _WIDE},
    ),
    Case(
        "zero bytes",
        b"name,orders\nAl\0der,3\nBrook\0,4\n",
        {"name": ["Alder", "Brook"], "orders": [3.0, 4.0]},
    ),
    Case(
        "a line of 5 MB",
        f"name,note\nAlder,{_LONG}\nBrook,short\n".encode(),
        {"name": ["Brook"], "note": ["short"]},
        rows_out=(2,),
    ),
    Case(
        "mixed line ends",
        b"name,orders\r\nAlder,3\nBrook,4\rCedar,5\r\n",
        {"name": ["Alder", "Brook", "Cedar"], "orders": [3.0, 4.0, 5.0]},
    ),
    Case("an empty file", b"", refused="is empty"),
    Case("blanks only", b" \r\n\r\n", refused="is empty"),
    Case("headings only", b"name,orders\n", {"name": [], "orders": []}),
    Case(
        "zeros kept by a formula",
        b'customer id,name,orders\n"=""00123""",Alder,3\n"=""00124""",Brook,4\n',
        {"customer id": ["00123", "00124"], "name": ["Alder", "Brook"], "orders": [3.0, 4.0]},
    ),
    Case(
        "days in words and figures",
        b"name;joined\nA;2024-03-01\nB;1 March 2024\nC;Mar 5, 2024\nD;01.04.2024\nE;13/04/2024\n",
        {
            "name": list("ABCDE"),
            "joined": [
                _d("2024-03-01"), _d("2024-03-01"), _d("2024-03-05"), _d("2024-04-01"),
                _d("2024-04-13"),
            ],
        },
    ),
    Case(
        "days in three orders",
        b"name,joined\nA,2024-03-01\nB,13/04/2024\nC,04/14/2024\nD,04/05/2024\nE,06/06/2024\n",
        {
            "name": list("ABCDE"),
            "joined": [
                _d("2024-03-01"), _d("2024-04-13"), _d("2024-04-14"), None, _d("2024-06-06"),
            ],
        },
    ),
    Case(
        "days of which none says the order",
        b"name;joined\nA;01/02/2024\nB;03/04/2024\n",
        {"name": ["A", "B"], "joined": [_d("2024-02-01"), _d("2024-04-03")]},
        choice=("order", "dmy"),
    ),
    Case(
        "thousands that may be fractions",
        b"name,orders,spend\nA,1.250,1.5\nB,2.500,2.25\n",
        {"name": ["A", "B"], "orders": [1.25, 2.5], "spend": [1.5, 2.25]},
    ),
    Case(
        "German thousands beside fractions",
        b"name;orders;spend\nA;1.250;1,5\nB;2.500;2,25\n",
        {"name": ["A", "B"], "orders": [1250.0, 2500.0], "spend": [1.5, 2.25]},
    ),
    Case(
        "below zero in every way",
        "name;balance\nA;(123)\nB;12-\nC;-7,5\nD;−3,5\nE;4\n".encode(),
        {"name": list("ABCDE"), "balance": [-123.0, -12.0, -7.5, -3.5, 4.0]},
    ),
    Case(
        "percentages",
        b"name,margin\nA,12.5 %\nB,7%\nC,n/a\n",
        {"name": list("ABC"), "margin": [12.5, 7.0, None]},
    ),
    Case(
        "currencies that differ",
        "name,spend\nA,€5.50\nB,€7.00\nC,$9.00\nD,12.00\n".encode(),
        {"name": list("ABCD"), "spend": [5.5, 7.0, None, None]},
    ),
    Case(
        "currency before and behind",
        b"name;spend\nA;EUR 1.234,50\nB;90,00 EUR\n",
        {"name": ["A", "B"], "spend": [1234.5, 90.0]},
    ),
    Case(
        "leading zeros",
        b"name,postcode,orders\nA,01067,3\nB,80331,4\n",
        {"name": ["A", "B"], "postcode": ["01067", "80331"], "orders": [3.0, 4.0]},
    ),
    Case(
        "numbers of sixteen digits",
        b"name,card\nA,4111111111111111\nB,5500000000000004\n",
        {"name": ["A", "B"], "card": ["4111111111111111", "5500000000000004"]},
    ),
    Case(
        "a byte order mark in the middle",
        "name,orders\nA,3\n\ufeffB,4\n".encode(),
        {"name": ["A", "B"], "orders": [3.0, 4.0]},
    ),
    Case(
        "not known in many ways",
        b"name,orders,city\nA,n/a,-\nB,#N/A,Leeds\nC,?,unknown\nD,7,NULL\n",
        {
            "name": list("ABCD"),
            "orders": [None, None, None, 7.0],
            "city": [None, "Leeds", None, None],
        },
    ),
    Case(
        "North America among regions",
        b"name,region\nA,NA\nB,EMEA\nC,APAC\n",
        {"name": list("ABC"), "region": ["NA", "EMEA", "APAC"]},
    ),
    Case(
        "several traits in a cell",
        b"name,tools,orders\nA,Slack; Zoom,3\nB,Slack|Trello,4\nC,,5\n",
        {
            "name": list("ABC"),
            "tools": [["Slack", "Zoom"], ["Slack", "Trello"], None],
            "orders": [3.0, 4.0, 5.0],
        },
    ),
    Case(
        "a line that names the sign",
        b"sep=;\r\nname;note\r\nA;1,2\r\nB;x,y\r\n",
        {"name": ["A", "B"], "note": ["1,2", "x,y"]},
    ),
    Case(
        "rows of unequal length",
        b"name,orders,city\nA,3,Leeds\nB,4\nC,5,York,surplus\nD,6,Hull,\n",
        {"name": ["A", "B", "D"], "orders": [3.0, 4.0, 6.0], "city": ["Leeds", None, "Hull"]},
        rows_out=(4,),
    ),
    Case(
        "no headings",
        b"Alder Dental,12,2024-03-01\nBrook Legal,7,2023-05-02\n",
        {
            "Column 1": ["Alder Dental", "Brook Legal"],
            "Column 2": [12.0, 7.0],
            "Column 3": [_d("2024-03-01"), _d("2023-05-02")],
        },
    ),
    Case(
        "the same customer twice",
        b"name,orders\nA,3\nB,4\nA,3\n",
        {"name": ["A", "B"], "orders": [3.0, 4.0]},
        rows_out=(4,),
    ),
    Case(
        "blank rows between, headings again on each page",
        b"name,orders\nA,3\n\nB,4\nname,orders\nC,5\n",
        {"name": list("ABC"), "orders": [3.0, 4.0, 5.0]},
        rows_out=(5,),
    ),
    Case(
        "Hungarian, which could be Portuguese",
        "név;város\nKovács Kft;Győr\nSzabó Bt;Tőketerebes\n".encode("cp1250"),
        {"név": ["Kovács Kft", "Szabó Bt"], "város": ["Győr", "Tőketerebes"]},
        choice=("encoding", "cp1250"),
    ),
    Case(
        "UTF-16 without a mark",
        "name;orders\nÄrzte;3\nBrook;4\n".encode("utf-16-le"),
        {"name": ["Ärzte", "Brook"], "orders": [3.0, 4.0]},
    ),
    Case(
        "yes and no",
        b"name,repeat,churned\nA,yes,0\nB,No,1\nC,,0\n",
        {"name": list("ABC"), "repeat": [True, False, None], "churned": [False, True, False]},
    ),
    Case(
        "figures with the odd word",
        b"name,orders\nA,3\nB,twelve\nC,5\nD,6\nE,7\nF,8\n",
        {"name": list("ABCDEF"), "orders": [3.0, None, 5.0, 6.0, 7.0, 8.0]},
    ),
    Case(
        "Swiss thousands",
        "name;spend\nA;CHF 1'234.50\nB;CHF 12’000.75\n".encode(),
        {"name": ["A", "B"], "spend": [1234.5, 12000.75]},
    ),
    Case(
        "Indian thousands",
        'name,spend\nA,"₹1,23,456.50"\nB,"₹12,000.75"\n'.encode(),
        {"name": ["A", "B"], "spend": [123456.5, 12000.75]},
    ),
]  # fmt: skip
