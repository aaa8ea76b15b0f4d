"""Controleer een loting van Burgertop zonder Burgertop: met alleen Python (3.8 of hoger), verder niets.

    python3 controleer_loting.py [MAP]     MAP: de hele map van de loting, of alleen de map openbaar
Zonder MAP: de map van dit bestand. Uitkomst 0: alles klopt; 3: iets niet. De regels staan woord voor woord in protocol.pdf.
"""
import collections, csv, hashlib, hmac, io, json, pathlib, sys, unicodedata
OPEN = ("lottery_sha256", "rehearsal", "seed", "drawn_number")  # valt in lottery.json buiten de code
def eis(klopt, zin): return klopt or sys.exit(print(f"KLOPT NIET: {zin}") or 3)
def lees(pad): return json.loads(pad.read_text(encoding="utf-8"))
def los(cel): return " ".join(cel.casefold().split())
def biljoensten(kans): return int(kans.replace(".", ""))
def zonder(ding, *namen): return {naam: deel for naam, deel in ding.items() if naam not in namen}
def code(kop, *json_erachter):  # SHA-256 van een tekst met daarachter canonieke JSON
    tekst = "".join(json.dumps(deel, sort_keys=True, separators=(",", ":"), ensure_ascii=False) for deel in json_erachter)
    return hashlib.sha256(unicodedata.normalize("NFC", kop + tekst).encode()).hexdigest()
def getal(loting, startwoord, c=0):
    v = int(code(f"burgertop/number/1\n{loting}\n{' '.join(startwoord.split())}\n{c}")[:16], 16)
    return v % 1000 if v < 2**64 - 2**64 % 1000 else getal(loting, startwoord, c + 1)
def waarden(q): return q["values"] if "values" in q else [q["value"]]  # openbaar staan kleine groepen samen
def blad(pad):
    tekst = unicodedata.normalize("NFC", pad.read_text(encoding="utf-8-sig"))
    teken = max(",;\t|", key=tekst.split("\n")[0].count)
    return [[cel.strip() for cel in rij] for rij in csv.reader(io.StringIO(tekst, newline=""), delimiter=teken) if rij]
def bestanden(map_):
    tekst = (map_ / "SHA256SUMS").read_bytes().decode()
    namen = [regel[66:] for regel in tekst.split("\n")[:-1]]
    sommen = [f"{hashlib.sha256((map_ / naam).read_bytes()).hexdigest()}  {naam}\n" for naam in namen]
    anders = [naam for naam, som in zip(namen, sommen) if som not in tekst]
    eis("".join(sommen) == tekst, f"Veranderd sinds SHA256SUMS: {', '.join(anders) or 'SHA256SUMS zelf'}.")
    print(f"klopt: {len(namen)} bestanden in de map {map_.resolve().name} zijn precies die van SHA256SUMS.")

def vastlegging(vast):
    eis(code("", zonder(vast, "commitment_sha256")) == vast["commitment_sha256"], "toezegging.json is veranderd.")
    mensen = sum(deel["people"] for deel in vast["chances"]) + sum(vast["kept_out"].values())
    heel = vast["leaves"] == sorted(set(vast["leaves"])) and len(vast["panels"]) == 1000
    eis(heel and len(vast["leaves"]) == vast["people"] == mensen, "toezegging.json: het aantal mensen of panels klopt niet.")
    print(f"klopt: de vastlegging van {mensen} mensen. Vergelijk deze codes met wat vooraf openbaar was:\n"
          f"  vastlegging {vast['commitment_sha256']}\n  loting      {vast['lottery_sha256']}")
def opening(geopend, vast):
    zelfde = ("draw", "lottery_sha256", "commitment_sha256", "rehearsal")
    eis(all(geopend[naam] == vast[naam] for naam in zelfde), "opening.json past niet bij toezegging.json.")
    n, panel, zaad = geopend["drawn_number"], geopend["panel"], geopend["seed"]
    eis(not zaad or getal(vast["lottery_sha256"], zaad) == n, f"Het getal {n:03d} volgt niet uit het startwoord.")
    eis(code(f"{geopend['salt']}\n{n:03d}\n", panel) == vast["panels"][n], f"Dit is niet het vastgelegde panel {n:03d}.")
    eis(len(set(panel)) == len(panel) == vast["seats"]
        and [zonder(q, "count") for q in geopend["quotas"]] == vast["quotas"], "opening.json: plaatsen of quota zijn anders.")
    for q in geopend["quotas"]:
        aantallen = [ander["count"] for ander in geopend["quotas"] if ander["feature"] == q["feature"]]
        goed = set(aantallen) == {None} or q["low"] <= q["count"] <= q["high"] and sum(aantallen) == vast["seats"]
        eis(goed, f"opening.json: het aantal bij {q['feature']} {' / '.join(waarden(q))} past niet bij de quota.")
    print(f"klopt: panel {n:03d} is het vastgelegde; dat getal", "volgt uit het startwoord." if zaad else "trok een mens.")
    return geopend
def vervangingen(geopend, keten):  # elke volgt zonder nieuw startwoord uit de loting en wat ervoor kwam
    begin, voor = geopend["seed"] or f"{geopend['drawn_number']:03d}", keten["start"]
    for n, deel in enumerate(keten["steps"], 1):
        volgt = code(f"{geopend['lottery_sha256']}\n{begin}\nreplacement\n{n}\n{voor}")
        eis((deel["running"], deel["state"]) == (n, volgt), f"Vervanging {n} in vervangingen.json is veranderd.")
        voor = deel["mark"]
    print(f"klopt: {len(keten['steps'])} keer zijn mensen vervangen, steeds zonder nieuw startwoord.")

def loting(lot, vast, zout, kansen):
    eis(code("", zonder(lot, *OPEN)) == lot["lottery_sha256"] == vast["lottery_sha256"], "lottery.json is veranderd.")
    for n, panel in enumerate(lot["panels"]):
        eigen = hmac.new(bytes.fromhex(zout), f"burgertop/panel/1\n{n:03d}".encode(), hashlib.sha256).hexdigest()
        eis(code(f"{eigen}\n{n:03d}\n", panel) == vast["panels"][n], f"Panel {n:03d} is niet het vastgelegde.")
    op_volgorde = sorted(lot["quotas"], key=lambda q: (q["feature"], q["value"]))
    eis(code("", op_volgorde) == lot["quotas_sha256"], "De quota zijn veranderd.")
    openbaar = sorted((q["feature"], waarde) for q in vast["quotas"] for waarde in waarden(q))
    heel = [(q["feature"], q["value"]) for q in op_volgorde if q["feature"] not in vast.get("withheld", ())]
    eis(openbaar == heel, "toezegging.json: een waarde ontbreekt of staat er dubbel.")
    for q in vast["quotas"]:  # de grenzen van een groep zijn die van haar waarden, opgeteld
        delen = [deel for deel in lot["quotas"] if deel["feature"] == q["feature"] and deel["value"] in waarden(q)]
        goed = all(sum(deel[kant] for deel in delen) == q[kant] for kant in ("low", "high"))
        eis(goed, f"toezegging.json: het quotum van {q['feature']} {' / '.join(waarden(q))} is niet dat van de loting.")
    exact, vaak = collections.Counter(), collections.Counter(nummer for panel in lot["panels"] for nummer in panel)
    for gewicht, panel in lot["portfolio"]:
        exact.update({nummer: biljoensten(gewicht) for nummer in panel})
    eis(sum(biljoensten(gewicht) for gewicht, _ in lot["portfolio"]) == 10**12, "De gewichten zijn samen geen 1.")
    for n, kans in lot["exact_probabilities"].items():
        eis(exact[n] == biljoensten(kans), f"De kans van nummer {n} volgt niet uit de panels.")
        eis(abs(vaak[n] * 10**9 - exact[n]) <= 3 * 10**9 and (vaak[n] or exact[n] < 10**9), f"{n} is te ver afgerond.")
    rijen = [[n, f"{vaak[n] // 1000}.{vaak[n] % 1000:03d}"] for n in sorted(lot["exact_probabilities"])]
    eis(kansen[1:] == rijen, "probabilities.csv volgt niet uit de panels.")
def mensen(bladen, lot, vast, zout):
    kop, rijen = [titel.casefold() for titel in bladen[0][0]], [rij for deel in bladen for rij in deel[1:]]
    ids = [i for i in range(len(kop)) if sorted(rij[i] for rij in rijen) == sorted(lot["exact_probabilities"])]
    eis(ids, "De bladen hebben samen niet precies de nummers van de loting.")
    plek = {q["feature"]: kop.index(q["feature"].casefold()) for q in lot["quotas"]}
    ruim, soort = ({(q["feature"], vorm(q["value"])): q["value"] for q in lot["quotas"]} for vorm in (los, str))
    mens = {rij[ids[0]]: {k: soort.get((k, rij[i])) or ruim.get((k, los(rij[i]))) for k, i in plek.items()} for rij in rijen}
    for n, kenmerken in mens.items():
        eis(code(f"{zout[n]}\n{n}\n", kenmerken) in vast["leaves"], f"Nummer {n} hoort bij geen vastgelegd merkteken.")
    pool = [{"id": n, "features": mens[n]} for n in sorted(mens)]  # met huishoudens erbij bij household_columns
    eis(lot["household_columns"] or code("", pool) == lot["pool_sha256"], "De mensen zijn veranderd.")
    altijd, nooit = set(lot["keep_in"]), {weg["id"] for weg in lot["keep_out"]}
    for panel in lot["panels"] + [panel for _, panel in lot["portfolio"]]:
        eis(len(set(panel)) == len(panel) == lot["seats"] and altijd <= set(panel) - nooit == set(panel), "Een panel is anders.")
        aantal = collections.Counter((k, w) for n in panel for k, w in mens[n].items())
        eis(all(q["low"] <= aantal[q["feature"], q["value"]] <= q["high"] for q in lot["quotas"]), "Een panel mist een quotum.")
    print(f"klopt: {len(mens)} mensen, hun kansen en merktekens, en 1000 panels die elk alle quota halen.")
    print("niet nagerekend: huishoudens, reserves en wie inviel (dat doet Burgertop), en of iedere aanmelding erin staat.")
    return [rij[ids[0]] for rij in bladen[0][1:]]

def controleer(map_):
    heel = (map_ / "lottery.json").exists()
    openbaar = map_ / "openbaar" if heel else map_
    vast = lees(openbaar / "toezegging.json")
    vastlegging(vast)
    geopend = (openbaar / "opening.json").exists() and opening(lees(openbaar / "opening.json"), vast)
    if (openbaar / "vervangingen.json").exists():
        vervangingen(geopend, lees(openbaar / "vervangingen.json"))
    if heel:
        lot, zout = lees(map_ / "lottery.json"), lees(map_ / "salts.json")
        loting(lot, vast, zout["panel_secret"], blad(map_ / "probabilities.csv"))
        bladen = [blad(pad) for pad in sorted(map_.glob("*.csv")) if pad.stem in ("panel", "remaining", "reserves")]
        panel = mensen(bladen, lot, vast, zout["people"])
        wil = geopend or {"rehearsal": vast["rehearsal"], "seed": "", "drawn_number": None, "panel": panel}
        zelfde = sorted(panel) == sorted(wil["panel"]) and all(lot[naam] == wil[naam] for naam in OPEN[1:])
        eis(zelfde, "lottery.json of panel.csv heeft een ander getal of panel dan opening.json.")
        bestanden(map_)
    bestanden(openbaar)
    print("Alles wat hier te zien is, klopt." + (" Het was een proefloting." if vast["rehearsal"] else ""))
if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")
    try:
        controleer(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent)
    except Exception as fout:
        eis(False, f"een bestand ontbreekt of is beschadigd ({fout!r}).")
