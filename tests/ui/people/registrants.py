"""Brings the sample, and a messy sheet, into a process."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from burgertop_app.domain.draw_records import QuotaLine, QuotaSet
from burgertop_app.services import importing
from burgertop_app.services.importing import ImportRequest, Source

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"


def set_quotas(house, process):
    with (SAMPLE / "population.csv").open(encoding="utf-8-sig", newline="") as handle:
        shares = list(csv.DictReader(handle))
    with house.workspace.context.work.writing("test.quotas") as store:
        kept = store.add(QuotaSet(id=store.new_id(), process_id=process, version=1, source="verzonnen"))
        store.add_all(
            QuotaLine(
                id=store.new_id(),
                quota_set_id=kept.id,
                feature=line["feature"],
                value=line["value"],
                low=int(30 * float(line["share"])),
                high=int(30 * float(line["share"])) + 1,
                share=float(line["share"]),
                position=place,
            )
            for place, line in enumerate(shares)
        )


def bring(house, process):
    opened = importing.open_source(Source(path=SAMPLE / "people.csv"))
    rules = house.importing.rules(process)
    columns = importing.suggest_columns(opened.table, rules.features)
    plan = importing.analyse(opened.table, columns, rules)
    house.importing.keep(
        process,
        ImportRequest(
            plan=plan,
            columns=columns,
            rules=rules,
            choices={},
            purpose="Loting en bijeenkomsten van het panel",
            keep_until=date(2027, 12, 31),
            file_sha256=opened.sha256,
        ),
    )


MESSY = """nummer;naam;adres;postcode;e-mail;leeftijd;gender;opleiding;wijk;wonen;nodig
1;Anaïs de Graaf;Dorpsstraat 12;1495 JR;anais@example.org;34;vrouw;hbo;Centrum;huur;
2;Bram Vos;Dorpsstr. 12;1495JR;bram@example.org;1067;man;mbo-4;Haven wijk;koop;tolk Turks
3;Çelik Zeynep;Kade 3;1496 AB;z.celik@;;vrouw;praktisch;Oosterplder;huur;rolstoel
3;Daan Smit;Kade 7;1496 AB;daan@example.org;2001;man;mbo-4;Centrum;sociale huur;
5;Eva Bos;Lange Laan 8;1497 CD;;12;x;vmbo;Zuiderveen;koop;
6;Fatma Güneş?;Lange Laan 9;1497 CD;;65+;vrouw;HBO;Zuiderveen;koop;ringleiding
;Gijs Mol;Lange Laan 10;1497 CD;;45-64;man;wo;Centrm;huur;
8;Hanneke Prins;Brink 1;1498 AA;hanneke@example.org;16-29;vrouw;middelbaar;Havenwijk;koop;
9;Ivo Stam;Brink 2;1498 AA;ivo@example.org;72;man;theoretisch;Havenwijk;koop;
10;Joke de Wit;Brink 3;1498 AA;joke@example.org;58;vrouw;praktisch;Oosterpolder;huur;
11;Kees Blom;Brink 4;1498 AA;;29;man;middelbaar;Centrum;huur;
""".replace("ş?", "s")
