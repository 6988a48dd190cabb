/** recompute.py; see recompute-script.ts. */
export const pythonScript = `#!/usr/bin/env python3
"""Recomputes the agreement on codes in irr_summary.csv from the coders' values.

Put into one folder: unit_coder_long.csv (at the unit of the report), irr_summary.csv and irr_draws.csv (both of the
same report). Run: python3 recompute.py [FOLDER]. Needs nothing but Python 3.8.

n = units with values of two or more coders; r values in a unit, r1 of them 1 (present), r0 of them 0 (absent).
"""

import csv
import os
import sys
from itertools import combinations

TOLERANCE = 1e-9
FIGURES = [
    "n_docs", "n_units", "n_pairable", "n_missing", "n_positive", "prevalence", "pct_agree", "psa", "nsa",
    "alpha", "alpha_lo", "alpha_hi", "d_obs", "d_exp", "scott_pi", "kappa_mean", "kappa_min", "kappa_max",
    "fleiss_kappa", "ac1", "bp_s",
]


def stop(message):
    print(message, file=sys.stderr)
    sys.exit(2)


def rows_of(folder, name):
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        return None
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def draws_of(folder):
    """Names of the drawn documents, in lower case, and per sample how often each was drawn. None without the table."""
    path = os.path.join(folder, "irr_draws.csv")
    if not os.path.exists(path):
        return None, []
    with open(path, newline="", encoding="utf-8") as file:
        lines = csv.reader(file)
        documents = next(lines)[1:]
        return documents, [[int(cell) for cell in line[1:]] for line in lines]


def ratio(part, whole):
    return part / whole if whole else None


def corrected(observed, expected):
    """(p_o - p_e) / (1 - p_e); undefined where chance explains everything."""
    return None if observed is None or expected == 1 else (observed - expected) / (1 - expected)


def alpha_of(differing, n0, n1):
    """Krippendorff 2011, nominal: 1 - D_o / D_e with D_o = 2 o01 / n and D_e = 2 n0 n1 / (n (n - 1))."""
    n = n0 + n1
    if n == 0:
        return None, None, None
    observed, expected = 2 * differing / n, 2 * n0 * n1 / (n * (n - 1))
    return (1 - observed / expected if expected else None), observed, expected


def coincidences(units):
    """[o11, o00, o01, n1, n0]; a unit with r values adds each ordered pair of them, divided by r - 1."""
    sums = [0.0] * 5
    for values in units:
        r, r1 = len(values), sum(values.values())
        r0 = r - r1
        for place, number in enumerate([r1 * (r1 - 1), r0 * (r0 - 1), r1 * r0]):
            sums[place] += number / (r - 1)
        sums[3] += r1
        sums[4] += r0
    return sums


def kappas(units, coders):
    """Cohen 1960, of each pair of coders for which it is defined; whole numbers until the last division."""
    found = []
    for one, other in combinations(coders, 2):
        shared = [(values[one], values[other]) for values in units if one in values and other in values]
        n, agreed = len(shared), sum(a == b for a, b in shared)
        first, second = sum(a for a, _ in shared), sum(b for _, b in shared)
        chance = first * second + (n - first) * (n - second)
        if n * n != chance:
            found.append((n * agreed - chance) / (n * n - chance))
    return found


def percentile(ordered, p):
    """Definition 7 of Hyndman & Fan 1996."""
    place = (len(ordered) - 1) * p
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def interval(per_document, documents, draws):
    """The 2.5th and 97.5th percentile of alpha over the samples; none where more than 5 % of them have no alpha."""
    parts = [per_document.get(document, [0.0] * 5) for document in documents]
    alphas = []
    for counts in draws:
        drawn = [(count, part) for count, part in zip(counts, parts) if count]
        sums = [sum(count * part[place] for count, part in drawn) for place in (2, 4, 3)]
        alphas.append(alpha_of(*sums)[0])
    ordered = sorted(value for value in alphas if value is not None)
    if not ordered or len(alphas) - len(ordered) > 0.05 * len(alphas):
        return None, None
    return percentile(ordered, 0.025), percentile(ordered, 0.975)


def recompute(by_document, coders, documents, draws):
    pairable = {}
    for document, units in by_document.items():
        kept = [values for values in units.values() if len(values) >= 2]
        if kept:
            pairable[document] = kept
    units = [values for kept in pairable.values() for values in kept]
    per_document = {document: coincidences(kept) for document, kept in pairable.items()}
    o11, o00, o01, n1, n0 = [sum(column) for column in zip(*per_document.values())] or [0.0] * 5
    alpha, d_obs, d_exp = alpha_of(o01, n0, n1)
    agreement = sum((r1 * (r1 - 1) + (r - r1) * (r - r1 - 1)) / (r * (r - 1)) for r, r1 in sizes(units))
    share = ratio(sum(r1 / r for r, r1 in sizes(units)), len(units))
    percent = ratio(agreement, len(units))
    fleiss = corrected(percent, share**2 + (1 - share) ** 2) if units else None
    pairs = kappas(units, coders)
    low, high = interval(per_document, documents, draws) if alpha is not None and documents else (None, None)
    return {
        "n_docs": len(pairable), "n_units": len(units), "n_pairable": n0 + n1,
        "n_missing": len(units) * len(coders) - n0 - n1, "n_positive": n1,
        "prevalence": ratio(n1, n0 + n1), "pct_agree": percent, "psa": ratio(o11, n1), "nsa": ratio(o00, n0),
        "alpha": alpha, "alpha_lo": low, "alpha_hi": high, "d_obs": d_obs, "d_exp": d_exp,
        "scott_pi": fleiss if len(coders) == 2 else None,
        "kappa_mean": ratio(sum(pairs), len(pairs)), "kappa_min": min(pairs, default=None),
        "kappa_max": max(pairs, default=None), "fleiss_kappa": fleiss,
        "ac1": corrected(percent, 2 * share * (1 - share)) if units else None,
        "bp_s": corrected(percent, 0.5),
    }


def sizes(units):
    return [(len(values), sum(values.values())) for values in units]


def values_of(long, level, coders, documents):
    """variable -> document -> unit -> coder -> 0 or 1, of the coders and documents of the report."""
    found = {}
    for row in long:
        document = row["doc_id"].lower()
        if row["level"] != level or row["coder"] not in coders or (documents and document not in documents):
            continue
        units = found.setdefault(row["variable"], {}).setdefault(document, {})
        units.setdefault(row["unit_id"], {})[row["coder"]] = int(row["value"])
    return found


def differs(reported, recomputed):
    if reported is None or recomputed is None:
        return reported is not recomputed
    return abs(reported - recomputed) > TOLERANCE


def shown(value):
    return "NA" if value is None else format(value, ".12g")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "."
    summary, long = rows_of(folder, "irr_summary.csv"), rows_of(folder, "unit_coder_long.csv")
    if summary is None or long is None:
        stop("irr_summary.csv and unit_coder_long.csv must both be in " + os.path.abspath(folder))
    variables = [row for row in summary if row["var_kind"] == "code_presence"]
    if not variables:
        stop("irr_summary.csv has no row of var_kind code_presence.")
    level = variables[0]["unit_level"]
    if not any(row["level"] == level for row in long):
        stop("unit_coder_long.csv has no " + level + ": download it at the unit of the report.")
    coders = variables[0]["coders"].split("|")
    documents, draws = draws_of(folder)
    figures = FIGURES
    if documents is None:
        print("irr_draws.csv is not here: intervals are not recomputed.")
        figures = [name for name in FIGURES if name not in ("alpha_lo", "alpha_hi")]
    values = values_of(long, level, set(coders), set(documents or []))
    width = max(len(row["variable"]) for row in variables)
    print("  ".join(["variable".ljust(width), "figure".ljust(12)] + [word.rjust(18) for word in ("reported", "recomputed")]))
    wrong = 0
    for row in variables:
        found = recompute(values.get(row["variable"], {}), coders, documents, draws)
        for name in figures:
            reported = None if row[name] == "NA" else float(row[name])
            cells = [row["variable"].ljust(width), name.ljust(12), shown(reported).rjust(18), shown(found[name]).rjust(18)]
            if differs(reported, found[name]):
                wrong += 1
                cells.append("DIFFERS")
            print("  ".join(cells))
    total = len(variables) * len(figures)
    print(str(total - wrong) + " of " + str(total) + " figures are the same to 1e-9.")
    sys.exit(1 if wrong else 0)


main()
`
