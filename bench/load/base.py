"""The base that learning is compared with: a linear SVM over TF-IDF, by five folds, the best of twelve settings.

Needs Debian's python3-sklearn. Arguments: CSV, column of the text, column of the label. A line for words (w), pieces of
words (c) and both (wc), and each cost: accuracy, share among three, F1 (weighted; of two labels macro).
"""

import csv
import sys

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import KFold
from sklearn.pipeline import FeatureUnion
from sklearn.svm import LinearSVC

COSTS = (0.1, 0.3, 1, 3)


def vectorizers(kind):
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
    return {"w": words, "c": pieces, "wc": FeatureUnion([("w", words), ("c", pieces)])}[kind]


def figures(machine, texts, labels):
    said = machine.decision_function(texts)
    if said.ndim == 1:
        best = machine.classes_[(said > 0).astype(int)]
        return (best == labels).mean(), 1, f1_score(labels, best, average="macro")
    order = np.argsort(-said, 1)
    best = machine.classes_[order[:, 0]]
    three = (machine.classes_[order[:, :3]] == labels[:, None]).any(1).mean()
    return (best == labels).mean(), three, f1_score(labels, best, average="weighted")


def main(file, text, label):
    with open(file, encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    texts = np.array([row[text] for row in rows], dtype=object)
    labels = np.array([row[label] for row in rows])
    for kind in ("w", "c", "wc"):
        found = {cost: [] for cost in COSTS}
        for learned, held in KFold(5, shuffle=True, random_state=1).split(texts):
            vectorizer = vectorizers(kind)
            known = vectorizer.fit_transform(texts[learned])
            asked = vectorizer.transform(texts[held])
            for cost in COSTS:
                machine = LinearSVC(C=cost).fit(known, labels[learned])
                found[cost].append(figures(machine, asked, labels[held]))
        for cost in COSTS:
            print(kind, cost, *np.round(np.mean(found[cost], 0), 4), flush=True)


main(*sys.argv[1:4])
