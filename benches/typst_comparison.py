#!/usr/bin/env python3
"""Times Typst on the content of our evaluation report of 10 competences and 61 criteria.

Usage: pip install typst pyyaml; cargo bench --bench documents; benches/typst_comparison.py
Prints the median of Typst's compilations; compare with `evaluation_report_pdf` of the same run.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import typst
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
REMARK = "Méthode comprise et appliquée, résultat à vérifier en entretien."


def escaped(text):
    for mark in "\\#*_$@<>[]`":
        text = text.replace(mark, "\\" + mark)
    return text


def source(template):
    parts = [
        '#set page(paper: "a4", margin: 20mm, header: [*Évaluation* – candidat C-01 #h(1fr) Document d’aide au jury], footer: context [TSGP #h(1fr) #counter(page).display("1/1", both: true)])',
        '#set text(font: "Atkinson Hyperlegible Next Tab", size: 9.5pt, lang: "fr")',
        "= Évaluation – candidat C-01",
    ]
    for competence in template["competences"]:
        rows = []
        for criterion in competence["criteria"]:
            boxes = "[☐], [☑], [☐], [☐]".replace("☐", "#box(width: 3.4mm, height: 3.4mm, stroke: 0.7pt)").replace(
                "☑", "#box(width: 3.4mm, height: 3.4mm, fill: rgb(\"8A4B00\"))")
            rows.append(
                f"[*{criterion['id']}*], [{escaped(criterion['text'])} \\ #text(size: 8pt, fill: rgb(\"473A8C\"))[{REMARK}]], {boxes}, [Q1]"
            )
        parts.append(
            f"== {competence['id']} – {escaped(competence['title'])}\n"
            "#table(columns: (15mm, 1fr, 13mm, 13mm, 13mm, 13mm, 20mm), stroke: (x: none, y: 0.4pt),\n"
            "table.header([N°], [Critère d’évaluation], [satisfait], [partiel], [non satisfait], [non observé], [Preuves]),\n"
            + ",\n".join(rows) + ")"
        )
    parts.append("== Synthèse par compétence\n#table(columns: (1fr, 40mm, 15mm, 15mm, 50mm), stroke: (x: none, y: 0.4pt),\n"
                 + ",\n".join(f"[*{c['id']}* {escaped(c['title'])}], [{len(c['criteria'])} partiels], [], [], []"
                              for c in template["competences"]) + ")")
    return "\n\n".join(parts)


def compile_once(file):
    """Compiles in this process and prints the seconds and bytes."""
    compiler = typst.Compiler(file, font_paths=[str(ROOT / "fonts")], ignore_system_fonts=True)
    begin = time.perf_counter()
    size = len(compiler.compile())
    print(time.perf_counter() - begin, size)


def main():
    if len(sys.argv) > 1:
        compile_once(sys.argv[1])
        return 0
    template = yaml.safe_load((ROOT / "case_templates/tsgp/referentiel.yaml").read_text(encoding="utf-8"))["document"]
    file = pathlib.Path(tempfile.mkdtemp()) / "evaluation.typ"
    file.write_text(source(template), encoding="utf-8")
    times = []
    size = ""
    # A process each time: Typst remembers whatever it compiled before.
    for _ in range(15):
        run = subprocess.run([sys.executable, __file__, str(file)], check=True, capture_output=True, text=True)
        seconds, size = run.stdout.split()
        times.append(float(seconds))
    print(f"typst: median {statistics.median(times) * 1000:.1f} ms over {len(times)} compilations, {size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
