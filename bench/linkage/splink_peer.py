"""Splink over one CSV file, as a careful user would set it up: `python splink_peer.py <file> <columns as JSON> <out>`.

The columns say what each header is taken for by our own recognition, so that both compare the same things. Trained
without labels, on the defaults of Splink. Writes one line "row<TAB>cluster" for each row, at probability 0.5.
"""

import json
import resource
import sys
import time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

path, columns, out = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3]
began = time.time()

connection = duckdb.connect()
db = DuckDBAPI(connection)
named = {}
for header, role in columns.items():
    named.setdefault(role, header)
wanted = [role for role in named if role not in ("ignore", "text", "otherName", "name")]
columns_sql = [
    f'nullif(lower(trim("{named[role]}")), \'\') as {role}' for role in wanted
]
if "name" in named and "given" not in wanted:
    # A whole name alone is taken apart at its first and its last word, as most who use Splink do.
    words = f"string_split(lower(trim(\"{named['name']}\")), ' ')"
    columns_sql += [f"nullif({words}[1], '') as given", f"nullif({words}[-1], '') as family"]
    wanted += ["given", "family"]
pick = ", ".join(columns_sql)
connection.execute(
    f"create table people as select row_number() over () as unique_id, {pick} "
    f"from read_csv('{path}', all_varchar = true, header = true)"
)

comparisons = []
for role in wanted:
    if role in ("given", "family"):
        comparisons.append(
            cl.JaroWinklerAtThresholds(role, [0.92, 0.8]).configure(
                term_frequency_adjustments=True
            )
        )
    elif role in ("gender", "region", "birthYear", "age"):
        comparisons.append(cl.ExactMatch(role).configure(term_frequency_adjustments=True))
    elif role in ("birthDate", "identifier", "postcode", "phone", "houseNumber"):
        comparisons.append(cl.DamerauLevenshteinAtThresholds(role, [1, 2]))
    else:
        comparisons.append(cl.JaroWinklerAtThresholds(role, [0.9, 0.8]))

birth = "birthDate" if "birthDate" in wanted else "birthYear" if "birthYear" in wanted else None
pairs = [
    ("given", "family"),
    ("given", birth),
    ("family", birth),
    ("given", "postcode"),
    ("family", "postcode"),
    ("given", "place"),
    ("mail", None),
    ("phone", None),
    ("identifier", None),
    (birth, "postcode"),
]
rules = [
    block_on(*[role for role in pair if role])
    for pair in pairs
    if pair[0] in wanted and (pair[1] is None or pair[1] in wanted)
]
settings = SettingsCreator(
    link_type="dedupe_only",
    comparisons=comparisons,
    blocking_rules_to_generate_predictions=rules,
)
linker = Linker(db.register("people"), settings)
sure = [block_on("given", "family", birth)] if birth else [block_on("given", "family")]
linker.training.estimate_probability_two_random_records_match(sure, recall=0.7)
linker.training.estimate_u_using_random_sampling(max_pairs=2e6)
for rule in [block_on("given", "family")] + ([block_on(birth)] if birth else []):
    try:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    except Exception as problem:  # a rule that leaves nothing to learn
        print(problem, file=sys.stderr)
predictions = linker.inference.predict(threshold_match_probability=0.5)
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, 0.5)
rows = connection.execute(
    f"select unique_id, cluster_id from {clusters.physical_name} order by 1"
).fetchall()
edges = connection.execute(
    f"select unique_id_l, unique_id_r from {predictions.physical_name}"
).fetchall()
with open(out, "w") as file:
    json.dump({"clusters": [row[1] for row in rows], "pairs": edges}, file)
usage = resource.getrusage(resource.RUSAGE_SELF)
print(
    json.dumps(
        {
            "wall": time.time() - began,
            "cpu": usage.ru_utime + usage.ru_stime,
            "peakMb": usage.ru_maxrss // 1024,
        }
    )
)
