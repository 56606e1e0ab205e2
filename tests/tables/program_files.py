"""Lists as Excel, LibreOffice, Google Sheets, tills and accounting programs write them."""

from datetime import date

from tables.corpus import Case, Columns


def _d(text: str) -> date:
    return date.fromisoformat(text)


NAMES = ["Alder Dental", "Müller & Söhne", "Café Bär"]
_SUMS = [1234.5, 90.0, 12000.75]
_DAYS = [_d("2024-03-01"), _d("2024-12-24"), _d("2023-07-15")]
_PLAIN: Columns = {"Customer": NAMES, "Revenue": _SUMS, "Customer since": _DAYS}


def _lines(*lines: str, end: str = "\r\n") -> str:
    return "".join(line + end for line in lines)


# ------------------------------------------------------------ as programs write them, to the letter
_EXCEL_US = _lines(
    "Customer,Revenue,Customer since",
    'Alder Dental,"1,234.50",3/1/2024',
    "Müller & Söhne,90.00,12/24/2024",
    'Café Bär,"12,000.75",7/15/2023',
)
_EXCEL_DE = _lines(
    "Kunde;Umsatz;Kunde seit",
    "Alder Dental;1.234,50;01.03.2024",
    "Müller & Söhne;90,00;24.12.2024",
    "Café Bär;12.000,75;15.07.2023",
)
_DE: Columns = {"Kunde": NAMES, "Umsatz": _SUMS, "Kunde seit": _DAYS}
_EXCEL_FR = _lines(
    "Client;Chiffre d'affaires;Date",
    "Alder Dental;1\u202f234,50 €;01/03/2024",
    "Müller & Söhne;90,00 €;24/12/2024",
    "Café Bär;12\u202f000,75 €;15/07/2023",
)
_EXCEL_PL = _lines(
    "Klient;Obrót;Data",
    "Piekarnia Łódź;1234,50;2024-03-01",
    "Zakład Krawiecki Gdańsk;90,00;2024-12-24",
    "Księgarnia Żółw;12000,75;2023-07-15",
)
_CALC = _lines(
    '"Customer","Revenue","Customer since"',
    '"Alder Dental",1234.5,2024-03-01',
    '"Müller & Söhne",90,2024-12-24',
    '"Café Bär",12000.75,2023-07-15',
    end="\n",
)
_CALC_DE = _lines(
    '"Kunde";"Umsatz";"Kunde seit"',
    '"Alder Dental";1234,5;01.03.24',
    '"Müller & Söhne";90;24.12.24',
    '"Café Bär";12000,75;15.07.23',
    end="\n",
)
_SHEETS = _lines(
    "Customer,Notes,Revenue,Customer since",
    'Alder Dental,"Rang twice,',
    'wants ""Gold""","$1,234.50",3/1/2024',
    "Müller & Söhne,,$90.00,12/24/2024",
    'Café Bär,ok,"$12,000.75",7/15/2023',
)
_SQUARE = _lines(
    '"Date","Time","Time Zone","Gross Sales","Net Sales","Transaction ID","Customer Name"',
    '"03/01/24","09:31:12","Eastern Time","$1,234.50","$1,234.50","aB3xK9","Alder Dental"',
    '"12/24/24","18:02:44","Eastern Time","$90.00","$80.00","aB3xL0",""',
    '"07/15/23","10:10:10","Eastern Time","($12.00)","($12.00)","aB3xM1","Café Bär"',
    end="\n",
)
_SHOPIFY = _lines(
    "Name,Email,Financial Status,Paid at,Currency,Total,Lineitem name,Created at,Billing Company",
    "#1001,a@example.com,paid,2024-03-01 10:22:33 +0100,EUR,1234.50,Loaf,"
    "2024-03-01 10:20:00 +0100,Alder Dental",
    "#1002,b@example.com,refunded,,EUR,90.00,Cake,2024-12-24 08:00:00 +0100,",
    end="\n",
)
_QUICKBOOKS = _lines(
    "Corner Bakery,,",
    "Sales by Customer Summary,,",
    '"January - December 2024",,',
    ",,",
    "Customer,Orders,Total",
    'Alder Dental,12,"1,234.50"',
    "Müller & Söhne,3,90.00",
    'Café Bär,40,"12,000.75"',
    'TOTAL,55,"$13,325.25"',
    ",,",
    ",,",
    '"Tuesday, Nov 25, 2025 07:14:51 AM GMT - Cash Basis",,',
)
_XERO = _lines(
    "Income by Contact",
    "Corner Bakery Ltd",
    "For the year ended 31 December 2024",
    "",
    "Contact,Invoice Date,Amount",
    'Alder Dental,1 Mar 2024,"1,234.50"',
    "Müller & Söhne,24 Dec 2024,90.00",
    'Café Bär,15 Jul 2023,"12,000.75"',
    'Total,,"13,325.25"',
)
_DATEV = _lines(
    '"EXTF";700;21;"Buchungsstapel";13;20240331;;"RE";"";"";1001;1;20240101;4;20240101;20240331',
    "Umsatz;Soll/Haben;Konto;Belegdatum;Belegfeld 1;Buchungstext",
    '1234,50;"S";10000;01.03.2024;"R-1001";"Alder Dental"',
    '90,00;"S";10001;24.12.2024;"R-1002";"Müller & Söhne"',
    '12000,75;"H";10002;15.07.2023;"R-1003";"Café Bär"',
)
_SAGE_DOS = _lines(
    "Kunde;Umsatz;Ort",
    "Bäckerei Müller;1234,50-;Köln",
    "Schäfer & Groß;90,00;Düren",
    "Grün Gärten;12000,75;Jülich",
)
_PAYPAL = _lines(
    '"Datum","Uhrzeit","Name","Status","Währung","Brutto","Transaktionscode"',
    '"01.03.2024","10:22:33","Alder Dental","Abgeschlossen","EUR","1.234,50","7AB12345CD"',
    '"24.12.2024","08:00:00","Müller & Söhne","Abgeschlossen","EUR","-90,00","8BC23456DE"',
    '"15.07.2023","12:00:00","Café Bär","Abgeschlossen","EUR","12.000,75","9CD34567EF"',
)
_PORTAL = (
    "<html><head><meta charset='utf-8'></head><body><table border=1>"
    "<tr><th>Customer</th><th>Revenue</th><th>Customer since</th></tr>"
    "<tr><td>Alder Dental</td><td>1,234.50</td><td>2024-03-01</td></tr>"
    "<tr><td>M&uuml;ller &amp; S&ouml;hne</td><td>90.00</td><td>2024-12-24</td></tr>"
    "<tr><td>Caf&eacute; B&auml;r</td><td>12,000.75</td><td>2023-07-15</td></tr>"
    "</table></body></html>"
)
_SAP = _lines(
    "Debitor|Name 1|Umsatz|Letzte Bestellung",
    "0000100001|Alder Dental|       1.234,50 |01.03.2024",
    "0000100002|Müller & Söhne|          90,00-|24.12.2024",
    "0000100003|Café Bär|      12.000,75 |15.07.2023",
)
_HUBSPOT = _lines(
    '"Record ID","Company name","Industry","Number of Employees","Annual Revenue","Create Date"',
    '"9012345678","Alder Dental","HOSPITAL_HEALTH_CARE","12","1234500","2024-03-01 10:22"',
    '"9012345679","Brook & Sons","","","","2024-12-24 08:00"',
    end="\n",
)
_STRIPE = _lines(
    "id,Created (UTC),Amount,Currency,Customer Description,Status",
    "ch_1,2024-03-01 10:22,1234.50,eur,Alder Dental,Paid",
    "ch_2,2024-12-24 08:00,90.00,eur,Café Bär,Refunded",
    end="\n",
)
_NUMBERS = _lines(
    "Kunden;;",
    "Customer;Revenue;Customer since",
    "Alder Dental;1234,5;01.03.2024",
    "Müller & Söhne;90;24.12.2024",
    "Café Bär;12000,75;15.07.2023",
    end="\n",
)
_ETSY = _lines(
    "Sale Date,Order ID,Buyer,Full Name,Number of Items,Order Value,Order Total",
    "03/13/24,3012345678,alder,Alder Dental,2,34.50,37.45",
    "12/24/24,3012345679,baer,Café Bär,1,9.00,11.95",
    end="\n",
)
PROGRAMS = [
    Case("Excel, United States", _EXCEL_US.encode("cp1252"), _PLAIN),
    Case("Excel, CSV UTF-8", _EXCEL_US.encode("utf-8-sig"), _PLAIN),
    Case("Excel, Germany", _EXCEL_DE.encode("cp1252"), _DE),
    Case(
        "Excel, France",
        _EXCEL_FR.encode("utf-8-sig"),
        {"Client": NAMES, "Chiffre d'affaires": _SUMS, "Date": _DAYS},
    ),
    Case(
        "Excel, Poland",
        _EXCEL_PL.encode("cp1250"),
        {
            "Klient": ["Piekarnia Łódź", "Zakład Krawiecki Gdańsk", "Księgarnia Żółw"],
            "Obrót": _SUMS,
            "Data": _DAYS,
        },
    ),
    Case("Excel, Unicode text", _EXCEL_DE.replace(";", "\t").encode("utf-16"), _DE),
    Case("Excel for Mac, Macintosh", _EXCEL_DE.replace("\r\n", "\r").encode("mac_roman"), _DE),
    Case("Excel for Windows, MS-DOS", _EXCEL_DE.encode("cp850"), _DE),
    Case("LibreOffice", _CALC.encode(), _PLAIN),
    Case("LibreOffice, Germany", _CALC_DE.encode(), _DE),
    Case(
        "Google Sheets",
        _SHEETS.encode(),
        {
            "Customer": NAMES,
            "Notes": ['Rang twice,\nwants "Gold"', None, "ok"],
            "Revenue": _SUMS,
            "Customer since": _DAYS,
        },
    ),
    Case("Google Sheets, TSV", _CALC.replace('"', "").replace(",", "\t").encode(), _PLAIN),
    Case("Numbers", _NUMBERS.encode(), _PLAIN),
    Case(
        "Square, till",
        _SQUARE.encode(),
        {
            "Date": [_d("2024-03-01"), _d("2024-12-24"), _d("2023-07-15")],
            "Time": ["09:31:12", "18:02:44", "10:10:10"],
            "Time Zone": ["Eastern Time"] * 3,
            "Gross Sales": [1234.5, 90.0, -12.0],
            "Net Sales": [1234.5, 80.0, -12.0],
            "Transaction ID": ["aB3xK9", "aB3xL0", "aB3xM1"],
            "Customer Name": ["Alder Dental", None, "Café Bär"],
        },
        role="deals",
    ),
    Case(
        "Shopify, orders",
        _SHOPIFY.encode(),
        {
            "Name": ["#1001", "#1002"],
            "Email": ["a@example.com", "b@example.com"],
            "Financial Status": ["paid", "refunded"],
            "Paid at": [_d("2024-03-01"), None],
            "Currency": ["EUR", "EUR"],
            "Total": [1234.5, 90.0],
            "Lineitem name": ["Loaf", "Cake"],
            "Created at": [_d("2024-03-01"), _d("2024-12-24")],
            "Billing Company": ["Alder Dental", None],
        },
        role="deals",
    ),
    Case(
        "QuickBooks, report",
        _QUICKBOOKS.encode(),
        {"Customer": NAMES, "Orders": [12.0, 3.0, 40.0], "Total": _SUMS},
        rows_out=(9, 12),
    ),
    Case(
        "Xero, report",
        _XERO.encode(),
        {"Contact": NAMES, "Invoice Date": _DAYS, "Amount": _SUMS},
        role="deals",
        rows_out=(9,),
    ),
    Case(
        "DATEV",
        _DATEV.encode("cp1252"),
        {
            "Umsatz": _SUMS,
            "Soll/Haben": ["S", "S", "H"],
            "Konto": [10000.0, 10001.0, 10002.0],
            "Belegdatum": _DAYS,
            "Belegfeld 1": ["R-1001", "R-1002", "R-1003"],
            "Buchungstext": NAMES,
        },
        role="deals",
    ),
    Case(
        "An accounting program under DOS",
        _SAGE_DOS.encode("cp850"),
        {
            "Kunde": ["Bäckerei Müller", "Schäfer & Groß", "Grün Gärten"],
            "Umsatz": [-1234.5, 90.0, 12000.75],
            "Ort": ["Köln", "Düren", "Jülich"],
        },
    ),
    Case(
        "PayPal, Germany",
        _PAYPAL.encode("utf-8-sig"),
        {
            "Datum": _DAYS,
            "Uhrzeit": ["10:22:33", "08:00:00", "12:00:00"],
            "Name": NAMES,
            "Status": ["Abgeschlossen"] * 3,
            "Währung": ["EUR"] * 3,
            "Brutto": [1234.5, -90.0, 12000.75],
            "Transaktionscode": ["7AB12345CD", "8BC23456DE", "9CD34567EF"],
        },
        role="deals",
    ),
    Case("A portal, web page called .xls", _PORTAL.encode(), _PLAIN),
    Case(
        "SAP, list",
        _SAP.encode("cp1252"),
        {
            "Debitor": ["0000100001", "0000100002", "0000100003"],
            "Name 1": NAMES,
            "Umsatz": [1234.5, -90.0, 12000.75],
            "Letzte Bestellung": _DAYS,
        },
    ),
    Case(
        "HubSpot, companies",
        _HUBSPOT.encode(),
        {
            "Record ID": ["9012345678", "9012345679"],
            "Company name": ["Alder Dental", "Brook & Sons"],
            "Industry": [["HOSPITAL_HEALTH_CARE"], None],
            "Number of Employees": [12.0, None],
            "Annual Revenue": [1234500.0, None],
            "Create Date": [_d("2024-03-01"), _d("2024-12-24")],
        },
    ),
    Case(
        "Stripe, payments",
        _STRIPE.encode(),
        {
            "id": ["ch_1", "ch_2"],
            "Created (UTC)": [_d("2024-03-01"), _d("2024-12-24")],
            "Amount": [1234.5, 90.0],
            "Currency": ["eur", "eur"],
            "Customer Description": ["Alder Dental", "Café Bär"],
            "Status": ["Paid", "Refunded"],
        },
        role="deals",
    ),
    Case(
        "Etsy, orders",
        _ETSY.encode(),
        {
            "Sale Date": [_d("2024-03-13"), _d("2024-12-24")],
            "Order ID": ["3012345678", "3012345679"],
            "Buyer": ["alder", "baer"],
            "Full Name": ["Alder Dental", "Café Bär"],
            "Number of Items": [2.0, 1.0],
            "Order Value": [34.5, 9.0],
            "Order Total": [37.45, 11.95],
        },
        role="deals",
    ),
]
