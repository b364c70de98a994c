"""A script that stands for a coding agent: it does what the task says at its first try."""

import csv
import sys

sys.stdin.read()
with open("sample.csv", newline="", encoding="utf-8") as table:
    ages = [int(row["age"]) for row in csv.DictReader(table)]
average = f"{sum(ages) / len(ages):.1f}"
with open("average.txt", "w", encoding="utf-8") as result:
    result.write(average + "\n")
print(f"The average age is {average}; it is in average.txt.")
