"""A script that stands for a coding agent: it does what the task says at its first try."""

import csv
import sys
from itertools import takewhile

lines = [line.strip() for line in sys.stdin]
table = list(takewhile(lambda line: "," in line, lines[lines.index("name,age,city") :]))
with open("sample.csv", "w", encoding="utf-8") as data:
    data.write("\n".join(table) + "\n")
ages = [int(row["age"]) for row in csv.DictReader(table)]
average = f"{sum(ages) / len(ages):.1f}"
with open("average.txt", "w", encoding="utf-8") as result:
    result.write(average + "\n")
print(f"The average age is {average}; it is in average.txt.")
